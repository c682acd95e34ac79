package main

import (
	"fmt"
	"sort"
	"strings"
)

type P struct{ x, y int }

func (p P) Add(q P) P       { return P{p.x + q.x, p.y + q.y} }
func (p *P) Scale(k int) *P { p.x *= k; p.y *= k; return p }
func (p P) Key() string     { return fmt.Sprint(p.x, ",", p.y) }

type Keyed interface{ Key() string }

func mapAll[T, U any](xs []T, f func(T) U) (out []U) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func reduce[T any](xs []T, f func(T, T) T) (acc T) {
	for _, x := range xs {
		acc = f(acc, x)
	}
	return
}

func main() {
	ps := []P{{3, 1}, {1, 2}}
	fmt.Println(mapAll(ps, P.Key), reduce(ps, P.Add), mapAll([]string{"a", "B"}, strings.ToUpper))
	fmt.Println(mapAll([]Keyed{ps[0], &ps[1]}, Keyed.Key))
	scale := (*P).Scale
	scale(&ps[0], 10)
	fmt.Println(ps[0], (*P).Key(&ps[1]), P.Add(ps[0], ps[1]))
	bound := ps[1].Scale
	bound(2).Scale(2)
	fmt.Println(ps[1])
	byLen := sort.StringSlice.Len
	fmt.Println(byLen([]string{"x", "y"}))
	table := map[string]func(P, P) P{"add": P.Add, "sub": func(a, b P) P { return a.Add(P{-b.x, -b.y}) }}
	fmt.Println(table["sub"](P{5, 5}, P{1, 2}), table["add"](P{}, P{7, 7}))
	b := (*strings.Builder).WriteString
	var sb strings.Builder
	b(&sb, "via expression")
	fmt.Println(sb.String(), fmt.Stringer.String(&sb))
	f := func(k Keyed) func() string { return k.Key }(P{8, 9})
	fmt.Printf("%s %T %T\n", f(), P.Add, bound)
}
