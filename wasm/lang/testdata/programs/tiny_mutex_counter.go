package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type counter struct {
	sync.Mutex
	m map[string]int
}

func (c *counter) inc(k string) int {
	c.Lock()
	defer c.Unlock()
	c.m[k]++
	return c.m[k]
}

func main() {
	c := counter{m: map[string]int{}}
	var wg sync.WaitGroup
	var total atomic.Int64
	for i := range 100 {
		wg.Add(1)
		go func(key string) {
			defer wg.Done()
			c.inc(key)
			total.Add(int64(i))
		}([]string{"a", "b", "c"}[i%3])
	}
	wg.Wait()
	fmt.Println(c.m, total.Load())
	var rw sync.RWMutex
	shared := 0
	for range 5 {
		wg.Add(2)
		go func() { defer wg.Done(); rw.Lock(); shared++; rw.Unlock() }()
		go func() { defer wg.Done(); rw.RLock(); _ = shared; rw.RUnlock() }()
	}
	wg.Wait()
	fmt.Println(shared)
}
