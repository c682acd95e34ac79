package main

import (
	"container/heap"
	"fmt"
	"sort"
	"strings"
)

type tree struct {
	freq        int
	char        rune
	left, right *tree
}
type forest []*tree

func (f forest) Len() int { return len(f) }
func (f forest) Less(i, j int) bool {
	return f[i].freq < f[j].freq || f[i].freq == f[j].freq && f[i].char < f[j].char
}
func (f forest) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *forest) Push(x any)   { *f = append(*f, x.(*tree)) }
func (f *forest) Pop() (x any) {
	old := *f
	x, *f = old[len(old)-1], old[:len(old)-1]
	return
}

func codes(t *tree, prefix string, out map[rune]string) map[rune]string {
	if t.left == nil {
		out[t.char] = prefix
		return out
	}
	codes(t.left, prefix+"0", out)
	return codes(t.right, prefix+"1", out)
}

func main() {
	text := "abracadabra"
	freq := map[rune]int{}
	for _, r := range text {
		freq[r]++
	}
	var f forest
	for r, n := range freq {
		f = append(f, &tree{freq: n, char: r})
	}
	heap.Init(&f)
	for f.Len() > 1 {
		a, b := heap.Pop(&f).(*tree), heap.Pop(&f).(*tree)
		heap.Push(&f, &tree{a.freq + b.freq, max(a.char, b.char), a, b})
	}
	table := codes(f[0], "", map[rune]string{})
	keys := make([]string, 0, len(table))
	for r, c := range table {
		keys = append(keys, string(r)+c)
	}
	sort.Strings(keys)
	var bits strings.Builder
	for _, r := range text {
		bits.WriteString(table[r])
	}
	fmt.Println(keys, bits.Len(), bits.String())
	n, out := f[0], ""
	for _, b := range bits.String() {
		if n = map[rune]*tree{'0': n.left, '1': n.right}[b]; n.left == nil {
			out += string(n.char)
			n = f[0]
		}
	}
	fmt.Println(out == text)
}
