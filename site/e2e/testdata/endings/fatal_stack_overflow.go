package main

import "fmt"

func sum(n int) int { return n + sum(n+1) }

func main() {
	fmt.Println(sum(1))
}
