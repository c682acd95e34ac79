package main

import "fmt"

func main() {
	done := make(chan bool)
	nums := make(chan int)
	go func() {
		for i := range 5 {
			nums <- i
		}
		close(done)
	}()
loop:
	for {
		select {
		case n := <-nums:
			if n%2 == 1 {
				continue loop
			}
			if n == 2 {
				break
			}
			fmt.Print(n, " ")
		case <-done:
			break loop
		}
		fmt.Print("after ")
	}
	fmt.Println()
	i := 0
outer:
	for {
		select {
		default:
			break outer
		}
	}
sel:
	select {
	default:
		for {
			i++
			if i > 3 {
				break sel
			}
		}
	}
	fmt.Println(i)
}
