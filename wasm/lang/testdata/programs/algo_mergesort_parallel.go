package main

import (
	"cmp"
	"fmt"
	"sync"
)

func merge[T any](a, b []T, less func(x, y T) bool) []T {
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if less(b[0], a[0]) {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

func Sort[T any](s []T, less func(x, y T) bool, depth int) []T {
	if len(s) < 2 {
		return s
	}
	mid := len(s) / 2
	var l, r []T
	if depth <= 0 {
		l, r = Sort(s[:mid], less, 0), Sort(s[mid:], less, 0)
	} else {
		var wg sync.WaitGroup
		wg.Add(2)
		go func() { defer wg.Done(); l = Sort(s[:mid], less, depth-1) }()
		go func() { defer wg.Done(); r = Sort(s[mid:], less, depth-1) }()
		wg.Wait()
	}
	return merge(l, r, less)
}

func quick[T cmp.Ordered](s []T) {
	if len(s) < 2 {
		return
	}
	p, i := s[len(s)-1], 0
	for j, v := range s {
		if v < p {
			s[i], s[j] = s[j], s[i]
			i++
		}
	}
	s[i], s[len(s)-1] = s[len(s)-1], s[i]
	quick(s[:i])
	quick(s[i+1:])
}

func main() {
	var xs []int
	for i, x := 0, 7; i < 60; i, x = i+1, x*31%101 {
		xs = append(xs, x)
	}
	sorted := Sort(xs, func(a, b int) bool { return a < b }, 3)
	fmt.Println(sorted[:10], xs[:5], len(sorted))
	type pair struct {
		k string
		n int
	}
	ps := []pair{{"b", 1}, {"a", 1}, {"c", 0}, {"a", 0}}
	fmt.Println(Sort(ps, func(x, y pair) bool { return x.n < y.n }, 1))
	quick(xs)
	fmt.Println(xs[len(xs)-5:])
	words := []string{"pear", "fig", "apple", "date"}
	quick(words)
	fmt.Println(words)
}
