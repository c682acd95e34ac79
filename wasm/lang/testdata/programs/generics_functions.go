package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64
}

type MyInt int

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

func Max[T cmp.Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	return ks
}

func Zero[T any]() T { var z T; return z }

func Ptr[T any](v T) *T { return &v }

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](4, 5))
	fmt.Printf("%T %T\n", Sum[MyInt](1), Zero[map[string]MyInt]())
	fmt.Println(Map([]int{1, 2}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(Reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(Max("a", "b"), Max(2.5, 1))
	ks := Keys(map[string]bool{"x": true, "y": false})
	sort.Strings(ks)
	fmt.Println(ks, *Ptr(5), *Ptr("s"), Zero[int](), Zero[*int]() == nil, Zero[error]() == nil)
	f := Max[int]
	fmt.Println(f(3, 9))
	defer func() { fmt.Println(recover()) }()
	fmt.Println(Must(1, nil))
	Must("", errors.New("must"))
}
