package main

import "fmt"

type Node struct {
	Val  int
	Next *Node
}
type W struct {
	N *Node
	E error
	f func()
}
type Tree struct {
	L, R *Tree
	V    int
}

func (t *Tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.L, t.V, t.R)
}

func main() {
	n := &Node{1, nil}
	fmt.Println(n, *n)
	fmt.Printf("%+v %v\n", n, W{})
	t := &Tree{&Tree{nil, nil, 1}, nil, 2}
	fmt.Println(t)
	fmt.Printf("%v %s\n", t, t)
	fmt.Println([]*Tree{t, nil})
	pp := &n
	fmt.Println((*pp).Val, (**pp).Val)
	arr := &[3]int{1, 2, 3}
	fmt.Println(arr, arr[1], len(arr))
	m := &map[string]int{"a": 1}
	fmt.Println(m, (*m)["a"])
	s := &[]Node{{1, nil}}
	fmt.Printf("%v %+v\n", s, s)
}
