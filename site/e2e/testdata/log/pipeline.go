package main

import "fmt"

func numbers(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			out <- i
		}
	}()
	return out
}

func square(in <-chan int) <-chan int {
	squares := make(chan int)
	go func() {
		defer close(squares)
		for n := range in {
			squares <- n * n
		}
	}()
	return squares
}

func main() {
	for n := range square(numbers(3)) {
		fmt.Println(n)
	}
}

/*
g1 main
g1 receive square(numbers(3)) :28 > g3 1
g2 numbers.func1 by g1 :7
g2 send out :10 > g3
g2 send out :10 > g3
g3 square.func1 by g1 :18
g3 receive in :20 > g2 2
g3 send squares :21 > g1
g3 send squares :21 > g1
*/
