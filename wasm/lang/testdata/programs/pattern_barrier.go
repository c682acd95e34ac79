package main

import (
	"fmt"
	"sync"
)

type Barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	phase int
}

func NewBarrier(n int) *Barrier {
	b := &Barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

// Wait blocks until n have come; the last one is told so.
func (b *Barrier) Wait() (last bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	phase := b.phase
	b.count++
	if b.count == b.n {
		b.count = 0
		b.phase++
		b.cond.Broadcast()
		return true
	}
	for phase == b.phase {
		b.cond.Wait()
	}
	return false
}

func main() {
	const parties, phases = 4, 3
	b := NewBarrier(parties)
	var mu sync.Mutex
	seen := map[int]int{}
	lasts := 0
	var wg sync.WaitGroup
	for id := 1; id <= parties; id++ {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			for p := range phases {
				mu.Lock()
				seen[p] += id
				mu.Unlock()
				if b.Wait() {
					mu.Lock()
					lasts++
					fmt.Println("phase", p, "complete:", seen[p])
					mu.Unlock()
				}
				b.Wait()
			}
		}(id)
	}
	wg.Wait()
	fmt.Println(lasts, seen)
}
