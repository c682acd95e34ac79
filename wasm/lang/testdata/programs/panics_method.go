package main

import (
	"fmt"
)

type S struct{ items []int }

func (s *S) Get(i int) int { return s.items[i] }

func main() {
	s := &S{}
	fmt.Println(s.Get(0))
}
