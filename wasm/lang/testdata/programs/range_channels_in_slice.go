package main

import "fmt"

func gen(vals ...int) <-chan int {
	c := make(chan int)
	go func() {
		for _, v := range vals {
			c <- v
		}
		close(c)
	}()
	return c
}

func first(c <-chan int) int { return <-c }

func main() {
	sum := 0
	for _, c := range []<-chan int{gen(1, 2), gen(3), gen()} {
		for v := range c {
			sum += v
		}
	}
	fmt.Println(sum, first(gen(7)))
	m := map[string]chan string{"a": make(chan string, 1)}
	for k, c := range m {
		c <- k
		fmt.Println(<-c)
	}
}
