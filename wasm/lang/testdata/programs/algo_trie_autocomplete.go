package main

import (
	"fmt"
	"maps"
	"slices"
)

type Trie struct {
	children map[rune]*Trie
	end      bool
	count    int
}

func (t *Trie) Insert(w string) {
	n := t
	for _, r := range w {
		n.count++
		if n.children == nil {
			n.children = make(map[rune]*Trie)
		}
		c, ok := n.children[r]
		if !ok {
			c = new(Trie)
			n.children[r] = c
		}
		n = c
	}
	n.count++
	n.end = true
}

func (t *Trie) find(prefix string) *Trie {
	n := t
	for _, r := range prefix {
		if n = n.children[r]; n == nil {
			return nil
		}
	}
	return n
}

func (t *Trie) Words(prefix string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		var walk func(n *Trie, w string) bool
		walk = func(n *Trie, w string) bool {
			if n == nil {
				return true
			}
			if n.end && !yield(w) {
				return false
			}
			for _, r := range slices.Sorted(maps.Keys(n.children)) {
				if !walk(n.children[r], w+string(r)) {
					return false
				}
			}
			return true
		}
		walk(t.find(prefix), prefix)
	}
}

func main() {
	var t Trie
	for _, w := range []string{"go", "gopher", "gone", "goal", "été", "éta", "g", "golang", "go"} {
		t.Insert(w)
	}
	fmt.Println(slices.Collect(t.Words("go")))
	for w := range t.Words("") {
		if w == "gopher" {
			fmt.Println("stop at", w)
			break
		}
		fmt.Print(w, " ")
	}
	for w := range t.Words("é") {
		fmt.Println(w, len(w))
	}
	fmt.Println(slices.Collect(t.Words("zzz")) == nil, t.find("go").count, t.count)
}
