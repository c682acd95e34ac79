package main

import (
	"fmt"
	"sync"
	"time"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add(who string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	time.Sleep(10 * time.Millisecond)
	fmt.Println(who, c.n)
}

func main() {
	var c counter
	var wg sync.WaitGroup
	for _, who := range []string{"ann", "bob", "cy"} {
		wg.Go(func() {
			for range 2 {
				c.add(who)
			}
		})
	}
	wg.Wait()
}

/*
g1 main
g1 wait wg :32 > g3
g2 main.func1 by g1 :26
g2 sleep :18 > timer
g2 sleep :18 > timer
g3 main.func1 by g1 :26
g3 lock c.mu :15 > g2
g3 lock c.mu :15 > g2
g3 sleep :18 > timer
g3 lock c.mu :15 > g4
g3 lock c.mu :15 > g4
g3 sleep :18 > timer
g4 main.func1 by g1 :26
g4 lock c.mu :15 > g3
g4 sleep :18 > timer
g4 sleep :18 > timer
*/
