package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func main() {
	a, b := &account{balance: 10}, &account{balance: 20}
	var wg sync.WaitGroup
	step := make(chan int)
	transfer := func(from, to *account, n int, first chan int) {
		defer wg.Done()
		from.mu.Lock()
		defer from.mu.Unlock()
		first <- n
		<-step
		to.mu.Lock()
		defer to.mu.Unlock()
		from.balance -= n
		to.balance += n
	}
	wg.Add(2)
	first := make(chan int)
	go transfer(a, b, 1, first)
	go transfer(b, a, 2, first)
	fmt.Println(<-first + <-first)
	close(step)
	wg.Wait()
	fmt.Println("never printed")
}
