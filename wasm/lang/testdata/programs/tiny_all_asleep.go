package main

import (
	"fmt"
)

func stage(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- v * 2
		}
	}()
	return out
}

func main() {
	in := make(chan int)
	go func() {
		for i := range 3 {
			in <- i
		}
		close(in)
	}()
	for v := range stage(stage(in)) {
		fmt.Println(v)
	}
}
