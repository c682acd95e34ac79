package main

import (
	"fmt"
	"sort"
	"strings"
)

type Node struct {
	name  string
	edges []*Edge
	in    map[string]*Edge
	owner *Graph
	marks [2]*Edge
}

type Edge struct {
	from, to *Node
	weight   int
	tags     []string
}

type Graph struct {
	nodes  map[string]*Node
	all    []Edge
	hooks  []func(*Graph, *Edge)
	parent *Graph
	onAdd  map[string]func(*Node) string
}

func (g *Graph) node(name string) *Node {
	if g.nodes == nil {
		g.nodes = map[string]*Node{}
	}
	n, ok := g.nodes[name]
	if !ok {
		n = &Node{name: name, owner: g, in: map[string]*Edge{}}
		g.nodes[name] = n
	}
	return n
}

func (g *Graph) connect(a, b string, w int) *Edge {
	g.all = append(g.all, Edge{g.node(a), g.node(b), w, nil})
	e := &g.all[len(g.all)-1]
	e.from.edges = append(e.from.edges, e)
	e.to.in[a] = e
	e.from.marks[0], e.to.marks[1] = e, e
	for _, h := range g.hooks {
		h(g, e)
	}
	if f := g.onAdd[a]; f != nil {
		e.tags = append(e.tags, f(e.to))
	}
	return e
}

func main() {
	g := &Graph{all: make([]Edge, 0, 10)}
	total := 0
	g.hooks = append(g.hooks, func(g *Graph, e *Edge) { total += e.weight })
	g.onAdd = map[string]func(*Node) string{"a": func(n *Node) string { return "to " + n.name }}
	g.connect("a", "b", 3)
	g.connect("b", "c", 4).weight++
	g.connect("a", "c", 5)
	g.all[0].weight *= 10
	g.nodes["a"].edges[0].to.edges[0].weight += 100
	fmt.Println(total, g.all[0].weight, g.all[1].weight, g.node("a").edges[0].tags)
	for _, e := range g.node("a").edges {
		e.tags = append(e.tags, "seen")
		fmt.Println(e.from.name, e.to.name, e.weight, e.tags, e.from.owner == g)
	}
	fmt.Println(g.node("c").in["b"].from.name, g.node("c").marks[1].from.name, len(g.node("c").in))
	delete(g.node("c").in, "b")
	g.parent = &Graph{}
	g.parent.node("p").owner.parent = g
	fmt.Println(g.parent.parent == g, len(g.node("c").in), g.parent.nodes["p"].owner == g.parent)
	names := make([]string, 0)
	for n := range g.nodes {
		names = append(names, n)
	}
	sort.Strings(names)
	fmt.Println(strings.Join(names, ","))
	e := g.all[2]
	e.weight = -1
	p := &g.all[2]
	p.weight = 77
	fmt.Println(e.weight, g.all[2].weight, p == &g.all[2])
	for i := range g.all {
		g.all[i].weight = i
	}
	w := 0
	for _, e := range g.all {
		e.weight = 1000
		w += e.from.edges[0].weight
	}
	fmt.Println(w)
}
