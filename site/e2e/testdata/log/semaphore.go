package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

func main() {
	sem := semaphore.NewWeighted(1)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			sem.Acquire(context.Background(), 1)
			time.Sleep(time.Millisecond)
			fmt.Println(i)
			sem.Release(1)
		})
	}
	wg.Wait()
}

/*
g1 main
g1 wait wg :23 > g3
g2 main.func1 by g1 :16
g2 sleep :18 > timer
g3 main.func1 by g1 :16
g3 semaphore sem :17 > g2
g3 sleep :18 > timer
*/
