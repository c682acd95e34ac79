package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) total() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

func main() {
	var a account
	a.mu.Lock()
	fmt.Println(a.total())
}

/*
g1 main
g1 lock a.mu :14 > never
*/
