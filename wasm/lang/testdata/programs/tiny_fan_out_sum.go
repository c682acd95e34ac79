package main

import (
	"fmt"
	"sync"
)

type item struct{ id, from int }

func main() {
	const producers, each = 3, 4
	c := make(chan item, 2)
	var wg sync.WaitGroup
	for p := 1; p <= producers; p++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < each; i++ {
				c <- item{i, p}
			}
		}()
	}
	go func() { wg.Wait(); close(c) }()
	seen := map[int][]int{}
	for it := range c {
		seen[it.from] = append(seen[it.from], it.id)
	}
	fmt.Println(seen, len(c), cap(c))
}
