package main

import "fmt"

func main() {
	c := make(chan int)
	c <- 1
	fmt.Println(<-c)
}

/*
g1 main
g1 send c :7 > never
*/
