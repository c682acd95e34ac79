package main

import (
	"fmt"
	"iter"
)

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) all() iter.Seq[int] {
	return func(yield func(int) bool) { t.push(yield) }
}

func (t *tree) push(yield func(int) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}

func merge(a, b iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		w, ok := next()
		for v := range a {
			for ok && w < v {
				if !yield(w) {
					return
				}
				w, ok = next()
			}
			if !yield(v) {
				return
			}
		}
		for ; ok; w, ok = next() {
			if !yield(w) {
				return
			}
		}
	}
}

func counted(name string, n int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		defer fmt.Println(name, "cleaned up")
		for i := range n {
			if !yield(i, fmt.Sprint(name, i)) {
				fmt.Println(name, "stopped at", i)
				return
			}
		}
	}
}

func first(s iter.Seq2[int, string]) (k int, v string) {
	for k, v = range s {
		return
	}
	return -1, "none"
}

func main() {
	t := &tree{&tree{nil, nil, 1}, &tree{nil, nil, 7}, 4}
	u := &tree{nil, &tree{nil, nil, 6}, 2}
	for v := range merge(t.all(), u.all()) {
		fmt.Print(v, " ")
		if v == 6 {
			break
		}
	}
	fmt.Println()
	next, stop := iter.Pull2(counted("a", 3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	fmt.Println(first(counted("b", 2)))
	fmt.Println(first(counted("c", 0)))
outer:
	for i, s := range counted("d", 5) {
		for j := range counted("e", 5) {
			if j == 1 {
				continue outer
			}
			if i == 2 {
				break outer
			}
		}
		fmt.Println(s)
	}
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for i := range counted("f", 3) {
			if i == 1 {
				panic("in the body")
			}
		}
	}()
}
