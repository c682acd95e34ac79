package main

import (
	"fmt"
	"time"
)

func main() {
	requests := make(chan int, 5)
	for i := 1; i <= 5; i++ {
		requests <- i
	}
	close(requests)

	start := time.Now()
	limiter := time.Tick(200 * time.Millisecond)
	for r := range requests {
		<-limiter
		fmt.Println("request", r, time.Since(start) >= time.Duration(r)*200*time.Millisecond)
	}

	time.Sleep(100 * time.Millisecond)
	bursty := make(chan time.Time, 3)
	for range 3 {
		bursty <- time.Now()
	}
	go func() {
		for t := range time.Tick(200 * time.Millisecond) {
			bursty <- t
		}
	}()
	burst := make(chan int, 5)
	for i := range 5 {
		burst <- i
	}
	close(burst)
	start = time.Now()
	for r := range burst {
		<-bursty
		fmt.Println("burst", r, r < 3 || time.Since(start) >= time.Duration(r-2)*200*time.Millisecond)
	}
}
