package main

import (
	"fmt"
	"time"
)

func doWork(done <-chan struct{}, pulse time.Duration, nums ...int) (<-chan struct{}, <-chan int) {
	heartbeat := make(chan struct{}, 1)
	out := make(chan int)
	go func() {
		defer close(heartbeat)
		defer close(out)
		time.Sleep(25 * time.Millisecond)
		beat := time.NewTicker(pulse)
		defer beat.Stop()
	numLoop:
		for _, n := range nums {
			for {
				select {
				case <-done:
					return
				case <-beat.C:
					select {
					case heartbeat <- struct{}{}:
					default:
					}
				case out <- n:
					continue numLoop
				}
			}
		}
	}()
	return heartbeat, out
}

func main() {
	done := make(chan struct{})
	defer close(done)
	beats, results := doWork(done, 40*time.Millisecond, 3, 1, 4, 1, 5)
	<-beats
	fmt.Println("alive")
	sum := 0
	for {
		select {
		case r, ok := <-results:
			if !ok {
				fmt.Println("sum", sum)
				return
			}
			sum += r
			fmt.Println("result", r)
		case <-time.After(2 * time.Second):
			fmt.Println("unhealthy")
			return
		}
	}
}
