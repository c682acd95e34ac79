package main

import (
	"fmt"
	"math"
)

type Age int

func main() {
	fmt.Println(min(3, 1, 2), max(1.5, 2), min("b", "a"), max(Age(3), 7), min(2, 1.5))
	x, y := 4, 9
	fmt.Println(min(x, y, 5), max(x, y)+min(x, -y))
	nan := math.NaN()
	fmt.Println(min(1, nan), max(nan, 2), min(0.0, math.Copysign(0, -1)))
	s := []string{"a", "b"}
	t := s[:1]
	clear(s)
	fmt.Printf("%q %d\n", t, len(s))
	m := map[float64]int{1: 1, nan: 2}
	clear(m)
	fmt.Println(len(m), m)
	type list []*int
	l := list{new(int), nil}
	clear(l[:1])
	fmt.Println(l[0] == nil, len(l))
	fmt.Printf("%T %v\n", max(Age(1), 2), min(uint8(200), 100))
	const c = min(1, 2) + max(3, 4)
	var arr [c]bool
	fmt.Println(len(arr))
}
