package main

import (
	"fmt"
	"sync"
	"time"
)

func step() { time.Sleep(time.Millisecond) }

func main() {
	var wg sync.WaitGroup
	wg.Go(step)
	wg.Go(func() {
		time.Sleep(3 * time.Millisecond)
		fmt.Println("last")
	})
	wg.Wait()
}

/*
g1 main
g1 wait wg :18 > g3
g2 step by g1 :13
g2 sleep :9 > timer
g3 main.func1 by g1 :14
g3 sleep :15 > timer
*/
