package main

import (
	"fmt"
	"sync"
	"time"
)

type host struct{ seats chan struct{} }

func (h host) enter() { h.seats <- struct{}{} }
func (h host) leave() { <-h.seats }

func main() {
	const n = 5
	h := host{make(chan struct{}, n-1)}
	sticks := [n]chan bool{}
	for i := range sticks {
		sticks[i] = make(chan bool, 1)
		sticks[i] <- true
	}
	var eaten [n]int
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			for range 3 {
				h.enter()
				<-sticks[i]
				<-sticks[(i+1)%n]
				time.Sleep(time.Millisecond)
				eaten[i]++
				sticks[(i+1)%n] <- true
				sticks[i] <- true
				h.leave()
			}
		})
	}
	wg.Wait()
	fmt.Println(eaten, len(h.seats), cap(h.seats))
	copied := eaten
	copied[0] = 100
	fmt.Println(eaten == copied, eaten[0], copied[0])
}
