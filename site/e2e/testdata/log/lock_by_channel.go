package main

import (
	"fmt"
	"time"
)

func main() {
	token := make(chan struct{}, 1)
	done := make(chan int)
	for i := range 2 {
		go func() {
			token <- struct{}{}
			time.Sleep(time.Millisecond)
			<-token
			done <- i
		}()
	}
	fmt.Println(<-done, <-done)
}

/*
g1 main
g1 receive done :19 > g2 0
g1 receive done :19 > g3 1
g2 main.func1 by g1 :12
g2 sleep :14 > timer
g3 main.func1 by g1 :12
g3 send token :13 > g2
g3 sleep :14 > timer
*/
