package main

import "fmt"

type List[T any] struct {
	next *List[T]
	val  T
}

func (l *List[T]) Each(f func(T)) {
	for ; l != nil; l = l.next {
		f(l.val)
	}
}

type Node interface{ ID() string }
type Graph[N Node] struct{ edges map[string][]N }

func (g *Graph[N]) Add(from, to N) {
	if g.edges == nil {
		g.edges = make(map[string][]N)
	}
	g.edges[from.ID()] = append(g.edges[from.ID()], to)
}

type city string

func (c city) ID() string { return string(c) }

type Alias = List[int]
type Fn[T any] func(T) T

func (f Fn[T]) Apply(x T, n int) T {
	for range n {
		x = f(x)
	}
	return x
}

func Chan[T any](xs ...T) <-chan T {
	c := make(chan T, len(xs))
	for _, x := range xs {
		c <- x
	}
	close(c)
	return c
}

type Event[T any] struct {
	handlers []func(T)
}

func (e *Event[T]) On(f func(T)) { e.handlers = append(e.handlers, f) }
func (e *Event[T]) Fire(v T) {
	for _, h := range e.handlers {
		h(v)
	}
}

func Filter[T any](in <-chan T, ok func(T) bool) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for v := range in {
			if ok(v) {
				out <- v
			}
		}
	}()
	return out
}

func main() {
	l := &Alias{&List[int]{nil, 2}, 1}
	l.Each(func(i int) { fmt.Print(i, " ") })
	var g Graph[city]
	g.Add("a", "b")
	g.Add("a", "c")
	fmt.Println(g.edges)
	fmt.Println(Fn[int](func(x int) int { return x * 2 }).Apply(1, 10))
	for v := range Filter(Chan(1, 2, 3, 4), func(i int) bool { return i > 2 }) {
		fmt.Print(v, " ")
	}
	var e Event[map[string]int]
	e.On(func(m map[string]int) { fmt.Println(m["x"]) })
	e.Fire(map[string]int{"x": 5})
	fmt.Printf("%T %T %T\n", l, g, e)
}
