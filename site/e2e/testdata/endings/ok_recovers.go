package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var numbers []int
	fmt.Println(numbers[3])
}
