package main

import "fmt"

func fill(box chan int) {
	for i := range 4 {
		box <- i
	}
	close(box)
}

func main() {
	box := make(chan int, 2)
	go fill(box)
	for n := range box {
		fmt.Println(n)
	}
}

/*
g1 main
g1 receive box :15 > g2 0
g2 fill by g1 :14
g2 send box :7 > g1
*/
