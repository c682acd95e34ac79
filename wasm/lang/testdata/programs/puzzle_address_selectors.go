package main

import "fmt"

type T struct {
	n    int
	next *T
	arr  [3]int
	in   struct{ a, b int }
}

func (t T) val() int    { return t.n }
func (t *T) inc() *T    { t.n++; return t }
func (t *T) addr() *int { return &t.n }

var global = T{n: 7, arr: [3]int{1, 2, 3}}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f()
}

func main() {
	fmt.Println((&T{n: 5}).n, (&T{n: 6}).val(), (&T{n: 7}).inc().n, (&global).n)
	fmt.Println((&T{arr: [3]int{4, 5, 6}}).arr[1], (&[3]int{7, 8, 9})[2], (&global.arr)[1], (&global).arr[2])
	fmt.Println(len(&[3]int{}), cap((&T{}).arr[:2]), (&[]int{1, 2}) != nil)
	t := T{n: 1, next: &T{n: 2}}
	(&t).n = 10
	(&t).next.n += 5
	(&(&t).in).a = 3
	(&t.arr)[0] = 9
	*(&t).addr() += 100
	*(&(&t).in.b) = 4
	fmt.Println(t.n, t.next.n, t.in, t.arr, (*(&t)).n, (&*t.next).n)
	for i, v := range &[2]string{"a", "b"} {
		fmt.Print(i, v, " ")
	}
	fmt.Println((&[4]int{1, 2, 3, 4})[1:3], (&struct{ x int }{3}).x)
	s := &[]int{1, 2, 3}
	(*s)[1] = 20
	m := &map[string]int{"a": 1}
	(*m)["a"]++
	fmt.Println((*s)[1], (*m)["a"], *s, *m, len(*s))
	p := &s
	(**p)[0] = 11
	fmt.Println((**p)[0])
	try(func() { fmt.Println((&T{}).next.n) })
	try(func() { fmt.Println((&T{}).next.next) })
	try(func() { fmt.Println((&t).next.next.arr[0]) })
	try(func() { (&T{}).next.arr[1] = 2 })
	try(func() { (&T{}).next.inc() })
	try(func() { fmt.Println((*T)(nil).in.a) })
	try(func() { fmt.Println((*[3]int)(nil)[1]) })
	f := (&T{n: 42}).val
	g := (&global).inc
	g()
	fmt.Println(f(), global.n)
	defer fmt.Println((&T{n: 8}).n, (&t).val())
	switch x := (&T{n: 3}).n; {
	case x == (&T{n: 3}).n:
		fmt.Println("equal")
	}
}
