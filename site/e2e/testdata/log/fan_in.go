package main

import (
	"fmt"
	"sync"
	"time"
)

func source(name string, pause time.Duration, out chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := range 2 {
		time.Sleep(pause)
		out <- fmt.Sprint(name, i)
	}
}

func main() {
	merged := make(chan string)
	var wg sync.WaitGroup
	wg.Add(2)
	go source("a", 100*time.Millisecond, merged, &wg)
	go source("b", 150*time.Millisecond, merged, &wg)
	go func() {
		wg.Wait()
		close(merged)
	}()
	for s := range merged {
		fmt.Println(s)
	}
}

/*
g1 main
g1 receive merged :27 > g2 "a0"
g1 receive merged :27 > g3 "b0"
g1 receive merged :27 > g2 "a1"
g1 receive merged :27 > g3 "b1"
g2 source by g1 :21
g2 sleep :12 > timer
g2 sleep :12 > timer
g3 source by g1 :22
g3 sleep :12 > timer
g3 sleep :12 > timer
g4 main.func1 by g1 :23
g4 wait wg :24 > g3
*/
