package main

import (
	"fmt"
	"time"
)

func main() {
	out, quit := make(chan int), make(chan bool)
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Println(<-out)
		close(quit)
	}()
	for i := 1; ; i++ {
		select {
		case out <- i:
		case <-quit:
			return
		}
	}
}

/*
g1 main
g1 select out, quit :16 > g2 on out
g1 select out, quit :16 > g2 on quit
g2 main.func1 by g1 :10
g2 sleep :11 > timer
*/
