package main

import "fmt"

func main() {
	numbers := []int{1, 2, 3}
	n := 7
	fmt.Println(numbers[:n])
}
