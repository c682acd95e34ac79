package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

type Graph[K comparable] struct {
	edges map[K][]K
	order []K
}

func (g *Graph[K]) Add(from K, to ...K) *Graph[K] {
	if g.edges == nil {
		g.edges = map[K][]K{}
	}
	if _, ok := g.edges[from]; !ok {
		g.order = append(g.order, from)
	}
	g.edges[from] = append(g.edges[from], to...)
	return g
}

func (g *Graph[K]) BFS(start K, visit func(K, int) bool) {
	type item struct {
		node  K
		depth int
	}
	queue := []item{{start, 0}}
	seen := map[K]bool{start: true}
	for len(queue) > 0 {
		it := queue[0]
		queue = queue[1:]
		if !visit(it.node, it.depth) {
			return
		}
		for _, n := range g.edges[it.node] {
			if !seen[n] {
				seen[n] = true
				queue = append(queue, item{n, it.depth + 1})
			}
		}
	}
}

type CycleError[K comparable] struct{ Path []K }

func (e CycleError[K]) Error() string { return fmt.Sprintf("cycle: %v", e.Path) }

func (g *Graph[K]) TopoSort() (out []K, err error) {
	state := map[K]int{}
	var path []K
	var visit func(K) error
	visit = func(n K) error {
		switch state[n] {
		case 1:
			return CycleError[K]{append(slices.Clone(path[slices.Index(path, n):]), n)}
		case 2:
			return nil
		}
		state[n] = 1
		path = append(path, n)
		for _, m := range g.edges[n] {
			if err := visit(m); err != nil {
				return err
			}
		}
		path = path[:len(path)-1]
		state[n] = 2
		out = append(out, n)
		return nil
	}
	for _, n := range g.order {
		if err := visit(n); err != nil {
			return nil, err
		}
	}
	slices.Reverse(out)
	return out, nil
}

func main() {
	var g Graph[string]
	g.Add("shirt", "tie", "belt").Add("tie", "jacket").Add("trousers", "shoes", "belt").Add("belt", "jacket").Add("socks", "shoes")
	fmt.Println(g.TopoSort())
	g.BFS("shirt", func(n string, d int) bool {
		fmt.Println(strings.Repeat("  ", d) + n)
		return true
	})
	var h Graph[int]
	h.Add(1, 2).Add(2, 3).Add(3, 4, 2)
	_, err := h.TopoSort()
	var ce CycleError[int]
	fmt.Println(err, errors.As(err, &ce), len(ce.Path))
	fmt.Printf("%T %T\n", err, g)
}
