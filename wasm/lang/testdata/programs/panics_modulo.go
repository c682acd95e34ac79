package main

import (
	"fmt"
)

func main() {
	var x, y int64 = 5, 0
	fmt.Println(x % y)
}
