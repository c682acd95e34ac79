package main

import "fmt"

var left int

// It has neither arguments nor variables: nothing but the call takes up stack.
func descend() {
	if left == 0 {
		return
	}
	left--
	descend()
}

func sum(n int) int {
	if n == 0 {
		return 0
	}
	return n + sum(n-1)
}

func wide(n int) int {
	var room [5000]int
	room[n%len(room)] = n
	if n == 0 {
		return 0
	}
	return wide(n-1) + room[n%len(room)]
}

func main() {
	for range 3 {
		left = 200_000
		descend()
		fmt.Println(left, sum(1_000_000), wide(1000))
	}
}
