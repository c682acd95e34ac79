package main

import (
	"errors"
	"fmt"
)

type list struct {
	value int
	next  *list
}

func (l *list) sum() (total int) {
	defer func() { total++ }()
	if l == nil {
		return 0
	}
	return l.value + l.next.sum()
}

func even(n int) bool { return n == 0 || odd(n-1) }

func odd(n int) bool { return n != 0 && even(n-1) }

func fall(n int) {
	if n == 0 {
		panic(errors.New("at the bottom"))
	}
	fall(n - 1)
}

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + depth(n-1)
}

func main() {
	var l *list
	for i := range 2000 {
		l = &list{i, l}
	}
	fmt.Println(l.sum())
	fmt.Println(even(9999), odd(9999))

	func() {
		defer func() { fmt.Println(recover()) }()
		fall(1500)
	}()

	depths := make(chan int)
	for i := range 4 {
		go func() { depths <- depth(3000 * i) }()
	}
	total := 0
	for range 4 {
		total += <-depths
	}
	fmt.Println(total)
}
