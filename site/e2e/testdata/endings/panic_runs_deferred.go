package main

import "fmt"

func main() {
	defer fmt.Println("deferred first")
	defer fmt.Println("deferred last")
	panic("after both")
}
