package main

import "fmt"

func main() {
	numbers := []int{1, 2, 3, 4, 5}[:3]
	i := 5
	fmt.Println(numbers[i])
}
