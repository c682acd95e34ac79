package main

import (
	"fmt"
)

type graph map[string][]string

func (g graph) add(a, b string) { g[a] = append(g[a], b) }

func main() {
	g := graph{}
	g.add("a", "b")
	g.add("a", "c")
	fmt.Println(g, len(g["zz"]))
	var nothing graph
	fmt.Println(nothing["a"] == nil, len(nothing))
	for range nothing {
		fmt.Println("never")
	}
	delete(nothing, "a")
	defer func() {
		fmt.Println("cleanup")
	}()
	nothing.add("a", "b")
}
