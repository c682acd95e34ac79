package main

import (
	"fmt"
	"time"
)

// or closes its result as soon as one of the channels is closed.
func or(channels ...<-chan struct{}) <-chan struct{} {
	switch len(channels) {
	case 0:
		return nil
	case 1:
		return channels[0]
	}
	orDone := make(chan struct{})
	go func() {
		defer close(orDone)
		switch len(channels) {
		case 2:
			select {
			case <-channels[0]:
			case <-channels[1]:
			}
		default:
			select {
			case <-channels[0]:
			case <-channels[1]:
			case <-channels[2]:
			case <-or(append(channels[3:], orDone)...):
			}
		}
	}()
	return orDone
}

func after(d time.Duration) <-chan struct{} {
	c := make(chan struct{})
	go func() {
		defer close(c)
		time.Sleep(d)
	}()
	return c
}

func main() {
	start := time.Now()
	<-or(after(2*time.Hour), after(5*time.Minute), after(300*time.Millisecond), after(time.Hour), after(time.Minute))
	fmt.Println("done after a while", time.Since(start) >= 300*time.Millisecond, time.Since(start) < time.Minute)
	fmt.Println(or() == nil)
	<-or(after(10 * time.Millisecond))
	fmt.Println("one is itself")
}
