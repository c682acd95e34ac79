package main

import "fmt"

func main() {
	c := make(chan int, 1)
	for range 2 {
		select {
		case c <- 1:
			fmt.Println("sent")
		default:
			fmt.Println("full")
		}
	}
	select {
	case n := <-c:
		fmt.Println(n)
	default:
	}
}

/*
g1 main
*/
