package main

import (
	"fmt"
	"time"
)

func main() {
	var never chan int
	go func() {
		never <- 1
	}()
	select {
	case <-never:
	case <-time.After(time.Millisecond):
		fmt.Println("enough")
	}
}

/*
g1 main
g1 select never, time.After(time.Millisecond) :13 > timer on time.After(time.Millisecond) 09:00:00.001
g2 main.func1 by g1 :10
g2 send never :11 > never
*/
