package main

import (
	"fmt"
)

func main() {
	a := []int{}
	fmt.Println(a[0])
}
