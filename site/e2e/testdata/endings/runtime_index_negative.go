package main

import "fmt"

func main() {
	numbers := []int{1, 2}
	i := -1
	fmt.Println(numbers[i])
}
