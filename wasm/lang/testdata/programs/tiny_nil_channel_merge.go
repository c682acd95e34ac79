package main

import (
	"fmt"
	"slices"
)

func source(vs ...int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for _, v := range vs {
			c <- v
		}
	}()
	return c
}

func merge(a, b <-chan int) (out []int) {
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			out = append(out, v)
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			out = append(out, v)
		}
	}
	return
}

func main() {
	got := merge(source(1, 3, 5), source(2, 4))
	slices.Sort(got)
	fmt.Println(got, merge(nil, source(9)), merge(nil, nil) == nil)
}
