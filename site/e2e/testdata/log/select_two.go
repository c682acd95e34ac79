package main

import (
	"fmt"
	"time"
)

func after(d time.Duration, c chan<- int) {
	time.Sleep(d)
	c <- int(d / time.Millisecond)
}

func main() {
	slow, fast := make(chan int), make(chan int)
	go after(20*time.Millisecond, slow)
	go after(10*time.Millisecond, fast)
	for range 2 {
		select {
		case n := <-slow:
			fmt.Println("slow", n)
		case n := <-fast:
			fmt.Println("fast", n)
		}
	}
}

/*
g1 main
g1 select slow, fast :18 > g3 on fast 10
g1 select slow, fast :18 > g2 on slow 20
g2 after by g1 :15
g2 sleep :9 > timer
g3 after by g1 :16
g3 sleep :9 > timer
*/
