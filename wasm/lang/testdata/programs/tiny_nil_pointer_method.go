package main

import (
	"fmt"
)

type list struct {
	head *cell
}
type cell struct {
	v    int
	next *cell
}

func (l *list) sum() (t int) {
	for c := l.head; c != nil; c = c.next {
		t += c.v
	}
	return
}

func (l *list) last() *cell {
	c := l.head
	for c.next != nil {
		c = c.next
	}
	return c
}

func main() {
	l := &list{&cell{1, &cell{2, nil}}}
	fmt.Println(l.sum(), l.last().v)
	empty := &list{}
	fmt.Println(empty.sum())
	fmt.Println(empty.last().v)
}
