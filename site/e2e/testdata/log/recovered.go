package main

import "fmt"

func risky(done chan<- string) {
	defer func() {
		done <- fmt.Sprint("saved from ", recover())
	}()
	var list []int
	fmt.Println(list[3])
}

func main() {
	done := make(chan string)
	go risky(done)
	fmt.Println(<-done)
}

/*
g1 main
g1 receive done :16 > g2 "saved from runtime error: index out of…
g2 risky by g1 :15
g2 panic :10 runtime error: index out of range [3] with length 0
g2 recover :7 runtime error: index out of range [3] with length 0
*/
