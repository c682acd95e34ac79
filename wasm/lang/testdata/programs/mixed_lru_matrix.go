package main

import (
	"container/list"
	"fmt"
	"strings"
)

type LRU[K comparable, V any] struct {
	cap   int
	order *list.List
	items map[K]*list.Element
}
type entry[K comparable, V any] struct {
	key K
	val V
}

func New[K comparable, V any](n int) *LRU[K, V] {
	return &LRU[K, V]{n, list.New(), make(map[K]*list.Element)}
}
func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	e, ok := c.items[k]
	if !ok {
		return
	}
	c.order.MoveToFront(e)
	return e.Value.(*entry[K, V]).val, true
}
func (c *LRU[K, V]) Put(k K, v V) {
	if e, ok := c.items[k]; ok {
		e.Value.(*entry[K, V]).val = v
		c.order.MoveToFront(e)
		return
	}
	c.items[k] = c.order.PushFront(&entry[K, V]{k, v})
	if c.order.Len() > c.cap {
		last := c.order.Back()
		c.order.Remove(last)
		delete(c.items, last.Value.(*entry[K, V]).key)
	}
}

type Matrix[T int | float64] [][]T

func (m Matrix[T]) Mul(o Matrix[T]) Matrix[T] {
	r := make(Matrix[T], len(m))
	for i := range r {
		r[i] = make([]T, len(o[0]))
		for j := range r[i] {
			for k := range o {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return r
}

type Grid [3][3]rune

func (g Grid) String() string {
	var sb strings.Builder
	for _, row := range g {
		for _, c := range row {
			if c == 0 {
				c = '.'
			}
			sb.WriteRune(c)
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

func life(cells map[[2]int]bool) map[[2]int]bool {
	n := map[[2]int]int{}
	for c := range cells {
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				if dx != 0 || dy != 0 {
					n[[2]int{c[0] + dx, c[1] + dy}]++
				}
			}
		}
	}
	next := map[[2]int]bool{}
	for c, k := range n {
		if k == 3 || k == 2 && cells[c] {
			next[c] = true
		}
	}
	return next
}

func permute(xs []int, f func([]int)) {
	var rec func(int)
	rec = func(i int) {
		if i == len(xs) {
			f(xs)
			return
		}
		for j := i; j < len(xs); j++ {
			xs[i], xs[j] = xs[j], xs[i]
			rec(i + 1)
			xs[i], xs[j] = xs[j], xs[i]
		}
	}
	rec(0)
}

func main() {
	c := New[string, int](2)
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	_, ok := c.Get("b")
	v, _ := c.Get("a")
	fmt.Println(ok, v)
	m := Matrix[float64]{{1, 2}, {3, 4}}
	fmt.Println(m.Mul(m))
	var g Grid
	g[1][1], g[0][2] = 'X', 'O'
	fmt.Print(g)
	cells := map[[2]int]bool{{0, 1}: true, {1, 1}: true, {2, 1}: true}
	cells = life(cells)
	fmt.Println(cells[[2]int{1, 0}], cells[[2]int{1, 2}], len(cells))
	n := 0
	permute([]int{1, 2, 3}, func(p []int) {
		n++
		if n%2 == 0 {
			fmt.Print(p, " ")
		}
	})
	fmt.Println(n)
	words := map[string]int{}
	for _, w := range strings.FieldsFunc("the cat the dog, the end.", func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		words[w]++
	}
	fmt.Println(words)
}
