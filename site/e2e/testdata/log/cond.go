package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	ready := sync.NewCond(&mu)
	full := false
	done := make(chan int)
	for i := range 2 {
		go func() {
			mu.Lock()
			for !full {
				ready.Wait()
			}
			mu.Unlock()
			done <- i
		}()
	}
	time.Sleep(time.Millisecond)
	mu.Lock()
	full = true
	ready.Broadcast()
	mu.Unlock()
	fmt.Println(<-done + <-done)
}

/*
g1 main
g1 sleep :24 > timer
g1 receive done :29 > g2 0
g2 main.func1 by g1 :15
g2 cond ready :18 > g1
g3 main.func1 by g1 :15
g3 cond ready :18 > g1
g3 send done :21 > g1
*/
