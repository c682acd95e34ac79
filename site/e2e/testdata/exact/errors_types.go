package main

import (
	"fmt"
	"os"
	"strings"
)

type shape interface{ Area() float64 }

type square struct{ side float64 }

func (s *square) Area() float64 { return s.side * s.side }

func main() {
	var s shape = square{2}
	unused := 1
	fmt.Println(s, undefinedName)
	return 1
	for i := range 3 {
		i := "a" + i
	}
	fmt.Printn("x")
}
