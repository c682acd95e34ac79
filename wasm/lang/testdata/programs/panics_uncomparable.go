package main

import (
	"fmt"
)

func main() {
	type T struct{ f func() }
	var a, b any = T{}, T{}
	fmt.Println(a == b)
}
