package main

import (
	"fmt"
)

func main() {
	func() {
		defer func() { fmt.Println("r:", recover()) }()
		var a []int
		_ = a[len(a)]
	}()
	fmt.Println("goes on")
	panic("end")
}
