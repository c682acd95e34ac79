package main

import (
	"fmt"
	"strings"
)

type Seq[T any] []T

func (s Seq[T]) Filter(f func(T) bool) (out Seq[T]) {
	for _, v := range s {
		if f(v) {
			out = append(out, v)
		}
	}
	return
}

func Map[T, U any](s Seq[T], f func(T) U) Seq[U] {
	out := make(Seq[U], len(s))
	for i, v := range s {
		out[i] = f(v)
	}
	return out
}

func Fold[T, A any](s Seq[T], a A, f func(A, T) A) A {
	for _, v := range s {
		a = f(a, v)
	}
	return a
}

func Zip[A, B any](a []A, b []B) (out []struct {
	L A
	R B
}) {
	for i := range min(len(a), len(b)) {
		out = append(out, struct {
			L A
			R B
		}{a[i], b[i]})
	}
	return
}

func main() {
	n := Seq[int]{1, 2, 3, 4, 5}
	even := n.Filter(func(i int) bool { return i%2 == 0 })
	fmt.Println(even, Map(even, func(i int) string { return strings.Repeat("x", i) }), n.Filter(func(int) bool { return false }) == nil)
	fmt.Println(Fold(n, "", func(a string, i int) string { return a + fmt.Sprint(i) }), Fold(n, 1.5, func(a float64, i int) float64 { return a * float64(i) }))
	fmt.Printf("%v %+v %T\n", Zip(n, []string{"a", "b"}), Zip([]bool{true}, []any{nil}), Zip[int, error](nil, nil))
	fmt.Printf("%T %T\n", n, Map[int, Seq[string]])
}
