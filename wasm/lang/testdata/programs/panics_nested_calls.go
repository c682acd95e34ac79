package main

import (
	"fmt"
)

func a(n int) int { return b(n) + 1 }
func b(n int) int {
	xs := make([]int, 2)
	return xs[n]
}

func main() {
	fmt.Println(a(1))
	fmt.Println(a(7))
}
