package main

import (
	"fmt"
	"time"
)

func main() {
	out := make(chan int)
	for _, n := range []int{3, 1, 2} {
		go func() {
			time.Sleep(time.Duration(n) * time.Millisecond)
			out <- n
		}()
	}
	for range 3 {
		fmt.Println(<-out)
	}
}

/*
g1 main
g1 receive out :17 > g3 1
g1 receive out :17 > g4 2
g1 receive out :17 > g2 3
g2 main.func1 by g1 :11
g2 sleep :12 > timer
g3 main.func1 by g1 :11
g3 sleep :12 > timer
g4 main.func1 by g1 :11
g4 sleep :12 > timer
*/
