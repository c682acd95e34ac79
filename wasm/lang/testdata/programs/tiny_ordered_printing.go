package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 3
	turns := make([]chan int, n)
	for i := range turns {
		turns[i] = make(chan int, 1)
	}
	var wg sync.WaitGroup
	for i, c := range turns {
		wg.Go(func() {
			for v := range c {
				fmt.Print(string(rune('A'+i)), v, " ")
				next := turns[(i+1)%n]
				if v == 7 {
					for _, c := range turns {
						close(c)
					}
					return
				}
				next <- v + 1
			}
		})
	}
	turns[0] <- 1
	wg.Wait()
	fmt.Println()
}
