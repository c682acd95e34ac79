package main

import (
	"fmt"
	"strings"
)

type List[T any] struct {
	head, tail *elem[T]
	n          int
}

type elem[T any] struct {
	next *elem[T]
	val  T
}

func (l *List[T]) Push(v T) {
	e := &elem[T]{val: v}
	if l.tail == nil {
		l.head = e
	} else {
		l.tail.next = e
	}
	l.tail = e
	l.n++
}

func (l *List[T]) Each(f func(int, T) bool) {
	i := 0
	for e := l.head; e != nil; e = e.next {
		if !f(i, e.val) {
			return
		}
		i++
	}
}

func (l *List[T]) Reverse() *List[T] {
	var prev *elem[T]
	l.tail = l.head
	for cur := l.head; cur != nil; {
		cur.next, prev, cur = prev, cur, cur.next
	}
	l.head = prev
	return l
}

func (l List[T]) String() string {
	var parts []string
	for e := l.head; e != nil; e = e.next {
		parts = append(parts, fmt.Sprint(e.val))
	}
	return "[" + strings.Join(parts, " -> ") + "]"
}

func FromSlice[T any](s ...T) *List[T] {
	l := new(List[T])
	for _, v := range s {
		l.Push(v)
	}
	return l
}

func MapList[T, U any](l *List[T], f func(T) U) *List[U] {
	out := &List[U]{}
	for _, v := range l.Each {
		out.Push(f(v))
	}
	return out
}

type node struct {
	val         int
	left, right *node
}

func (n *node) insert(v int) *node {
	if n == nil {
		return &node{val: v}
	}
	if v < n.val {
		n.left = n.left.insert(v)
	} else {
		n.right = n.right.insert(v)
	}
	return n
}

func (n *node) walk(ch chan<- int) {
	if n == nil {
		return
	}
	n.left.walk(ch)
	ch <- n.val
	n.right.walk(ch)
}

func same(a, b *node) bool {
	ca, cb := make(chan int), make(chan int)
	go func() { defer close(ca); a.walk(ca) }()
	go func() { defer close(cb); b.walk(cb) }()
	for {
		va, oka := <-ca
		vb, okb := <-cb
		if oka != okb || va != vb {
			return false
		}
		if !oka {
			return true
		}
	}
}

func main() {
	l := FromSlice(1, 2, 3)
	fmt.Println(l, *l, l.Reverse(), l.n)
	fmt.Println(MapList(l, func(i int) string { return strings.Repeat("*", i) }))
	for i, v := range l.Each {
		if i == 2 {
			break
		}
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println(FromSlice[float64]())
	var a, b *node
	for _, v := range []int{5, 2, 8, 1} {
		a = a.insert(v)
	}
	for _, v := range []int{1, 2, 5, 8} {
		b = b.insert(v)
	}
	fmt.Println(same(a, b), same(a, b.insert(9)))
	fmt.Printf("%T %T\n", l, l.head)
}
