package main

import (
	"fmt"
)

func main() {
	panic(fmt.Sprintf("%v", []int{1}))
}
