package main

import "fmt"

func greet(out chan<- string) {
	out <- "hi"
}

func main() {
	words := make(chan string)
	go greet(words)
	fmt.Println(<-words)
}

/*
g1 main
g1 receive words :12 > g2 "hi"
g2 greet by g1 :11
*/
