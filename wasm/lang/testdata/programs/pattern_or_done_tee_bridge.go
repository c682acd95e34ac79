package main

import (
	"fmt"
	"sync"
)

func orDone[T any](done <-chan struct{}, c <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			select {
			case <-done:
				return
			case v, ok := <-c:
				if !ok {
					return
				}
				select {
				case out <- v:
				case <-done:
				}
			}
		}
	}()
	return out
}

func tee[T any](done <-chan struct{}, in <-chan T) (_, _ <-chan T) {
	a, b := make(chan T), make(chan T)
	go func() {
		defer close(a)
		defer close(b)
		for v := range orDone(done, in) {
			var a, b = a, b
			for range 2 {
				select {
				case a <- v:
					a = nil
				case b <- v:
					b = nil
				}
			}
		}
	}()
	return a, b
}

func bridge[T any](done <-chan struct{}, chans <-chan <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			var stream <-chan T
			select {
			case maybe, ok := <-chans:
				if !ok {
					return
				}
				stream = maybe
			case <-done:
				return
			}
			for v := range orDone(done, stream) {
				select {
				case out <- v:
				case <-done:
				}
			}
		}
	}()
	return out
}

func from[T any](vs ...T) <-chan T {
	c := make(chan T, len(vs))
	for _, v := range vs {
		c <- v
	}
	close(c)
	return c
}

func main() {
	done := make(chan struct{})
	defer close(done)
	a, b := tee(done, from("x", "y", "z"))
	for v := range a {
		fmt.Println(v, <-b)
	}
	streams := make(chan (<-chan int))
	go func() {
		defer close(streams)
		for i := range 4 {
			streams <- from(i, i*i)
		}
	}()
	for v := range bridge(done, streams) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var wg sync.WaitGroup
	first, second := tee(done, from(1, 2, 3, 4))
	sums := make([]int, 2)
	for i, c := range []<-chan int{first, second} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				sums[i] += v
			}
		}()
	}
	wg.Wait()
	fmt.Println(sums)
}
