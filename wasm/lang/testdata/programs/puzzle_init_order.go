package main

import (
	"fmt"
	"strings"
)

var (
	a        = note("a", b+1)
	b        = note("b", f())
	c        = note("c", 1)
	x, y     = pair()
	_        = note("blank", 0)
	registry = map[string]func() int{"f": f, "lit": func() int { return c }}
	s        = T{n: a}.double()
	list     = []int{len(log), a, b}
	p        = &s
)

var log []string

func note(name string, v int) int {
	log = append(log, fmt.Sprintf("%s=%d", name, v))
	return v
}

func f() int { return c + 10 }

func pair() (int, string) { note("pair", 2); return b, "y" }

type T struct{ n int }

func (t T) double() T { note("double", t.n); return T{t.n * 2} }

func init() {
	log = append(log, "init1")
	c = 100
}

func init() {
	defer func() { log = append(log, fmt.Sprint("recovered ", recover())) }()
	panic("in init2")
}

const (
	k1 = k2 * 2
	k2 = len("abc")
)

var arr [k1]int

func main() {
	fmt.Println(strings.Join(log, " "))
	fmt.Println(a, b, c, x, y, s, list, *p, registry["lit"](), registry["f"](), len(arr), k1)
	p.n++
	fmt.Println(s.n)
}
