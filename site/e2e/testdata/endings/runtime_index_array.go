package main

import "fmt"

func main() {
	var numbers [4]int
	i := 4
	numbers[i] = 1
	fmt.Println(numbers)
}
