package main

import "fmt"

func main() {
	word := "go"
	i := 2
	fmt.Println(word[i])
}
