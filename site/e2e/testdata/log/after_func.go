package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan string)
	time.AfterFunc(10*time.Millisecond, func() {
		done <- "late"
	})
	fmt.Println(<-done)
}

/*
g1 main
g1 receive done :13 > g2 "late"
g2 main.func1 by g1 :10
*/
