package main

import "fmt"

// A generator that stops when nobody wants more.
func numbers(done <-chan struct{}, from int) <-chan int {
	out := make(chan int)
	go func() {
		defer fmt.Println("generator over")
		defer close(out)
		for i := from; ; i++ {
			select {
			case <-done:
				return
			case out <- i:
			}
		}
	}()
	return out
}

func take(done <-chan struct{}, in <-chan int, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for range n {
			select {
			case <-done:
				return
			case v, ok := <-in:
				if !ok {
					return
				}
				out <- v
			}
		}
	}()
	return out
}

func main() {
	done := make(chan struct{})
	src := numbers(done, 10)
	for v := range take(done, src, 4) {
		fmt.Println("got", v)
	}
	close(done)
	for range src {
	}
	_, ok := <-src
	fmt.Println("closed:", !ok)
}
