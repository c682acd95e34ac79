package main

import (
	"fmt"
	"strings"
	"sync"
)

type Stack struct {
	mu    sync.Mutex
	items []string
}

func (s *Stack) Push(x string) *Stack {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items = append(s.items, x)
	return s
}

func (s *Stack) Pop() (x string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

func trace(s string) func() {
	fmt.Println("enter", s)
	return func() { fmt.Println("leave", s) }
}

func main() {
	defer trace("main")()
	s := &Stack{}
	s.Push("a").Push("b")
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	var sb strings.Builder
	defer func() { fmt.Println(sb.String()) }()
	for _, w := range []string{"x", "y"} {
		defer sb.WriteString(w)
	}
}
