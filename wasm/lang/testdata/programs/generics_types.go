package main

import (
	"fmt"
	"sync"
)

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(x T)      { s[x] = struct{}{} }
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }
func NewSet[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s.Add(x)
	}
	return s
}

type Tree[T any] struct {
	left, right *Tree[T]
	val         T
	less        func(a, b T) bool
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{val: v}
	}
	return t
}

type Cache[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func NewCache[K comparable, V any]() *Cache[K, V] { return &Cache[K, V]{m: make(map[K]V)} }
func (c *Cache[K, V]) Get(k K, load func(K) V) V {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.m[k]; ok {
		return v
	}
	v := load(k)
	c.m[k] = v
	return v
}

type Num interface{ ~int | ~float64 }
type Vec[T Num] []T

func (v Vec[T]) Dot(w Vec[T]) (d T) {
	for i := range v {
		d += v[i] * w[i]
	}
	return
}

type Option[T any] func(*T)

func Apply[T any](t *T, opts ...Option[T]) *T {
	for _, o := range opts {
		o(t)
	}
	return t
}

type Conf struct{ port int }

func main() {
	p := Pair[string, int]{"a", 1}
	fmt.Println(p, []Pair[string, int]{p})
	fmt.Printf("%T %v\n", p, &p)
	var s Stack[Pair[string, int]]
	s.Push(p)
	fmt.Println(s.Pop())
	_, ok := s.Pop()
	fmt.Println(ok)
	set := NewSet(1, 2, 2)
	fmt.Println(len(set), set.Has(2), set.Has(3))
	fmt.Printf("%T %T %T\n", set, s, NewCache[string, []int]())
	var t *Tree[float64]
	t = t.Insert(1.5).Insert(2)
	fmt.Println(t.val)
	c := NewCache[string, int]()
	fmt.Println(c.Get("k", func(k string) int { return len(k) }), c.Get("k", nil))
	fmt.Println(Vec[int]{1, 2, 3}.Dot(Vec[int]{4, 5, 6}))
	fmt.Println(Apply(&Conf{}, func(c *Conf) { c.port = 80 }).port)
}
