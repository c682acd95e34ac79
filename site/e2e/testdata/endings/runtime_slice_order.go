package main

import "fmt"

func main() {
	numbers := []int{1, 2, 3}
	a, b := 2, 1
	fmt.Println(numbers[a:b])
}
