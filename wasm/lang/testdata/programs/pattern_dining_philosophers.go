package main

import (
	"fmt"
	"sync"
)

type Fork struct {
	sync.Mutex
	id, used int
}

type Philosopher struct {
	name        string
	left, right *Fork
	meals       int
}

func (p *Philosopher) dine(rounds int, wg *sync.WaitGroup) {
	defer wg.Done()
	first, second := p.left, p.right
	if first.id > second.id {
		first, second = second, first
	}
	for i := 0; i < rounds; i++ {
		first.Lock()
		second.Lock()
		p.meals++
		first.used++
		second.used++
		second.Unlock()
		first.Unlock()
	}
}

func main() {
	names := []string{"Ada", "Ben", "Cyd", "Dee", "Eli"}
	forks := make([]*Fork, len(names))
	for i := range forks {
		forks[i] = &Fork{id: i}
	}
	var table []*Philosopher
	for i, n := range names {
		table = append(table, &Philosopher{name: n, left: forks[i], right: forks[(i+1)%len(forks)]})
	}
	var wg sync.WaitGroup
	for _, p := range table {
		wg.Add(1)
		go p.dine(20, &wg)
	}
	wg.Wait()
	for i, p := range table {
		fmt.Printf("%-4s ate %d with forks %d and %d\n", p.name, p.meals, p.left.id, p.right.id)
		fmt.Println(forks[i].used)
	}
}
