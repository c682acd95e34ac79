package main

import (
	"fmt"
	"sort"
	"sync"
)

func square(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for n := range in {
			out <- n * n
		}
		close(out)
	}()
	return out
}

func merge(cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	output := func(c <-chan int) {
		for n := range c {
			out <- n
		}
		wg.Done()
	}
	wg.Add(len(cs))
	for _, c := range cs {
		go output(c)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	in := make(chan int)
	go func() {
		defer close(in)
		for i := 1; i <= 12; i++ {
			in <- i
		}
	}()
	var workers []<-chan int
	for i := 0; i < 3; i++ {
		workers = append(workers, square(in))
	}
	var got []int
	for n := range merge(workers...) {
		got = append(got, n)
	}
	sort.Ints(got)
	fmt.Println(got, len(got), cap(workers) >= 3)
}
