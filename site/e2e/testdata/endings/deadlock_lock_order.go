package main

import (
	"sync"
	"time"
)

func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Add(2)
	take := func(first, second *sync.Mutex) {
		defer wg.Done()
		first.Lock()
		time.Sleep(10 * time.Millisecond)
		second.Lock()
	}
	go take(&a, &b)
	go take(&b, &a)
	wg.Wait()
}
