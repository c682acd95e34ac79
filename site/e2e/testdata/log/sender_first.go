package main

import (
	"fmt"
	"time"
)

func main() {
	n := make(chan int)
	go func() {
		n <- 7
		fmt.Println("sent")
	}()
	time.Sleep(time.Second)
	fmt.Println(<-n)
	time.Sleep(time.Second)
}

/*
g1 main
g1 sleep :14 > timer
g1 sleep :16 > timer
g2 main.func1 by g1 :10
g2 send n :11 > g1
*/
