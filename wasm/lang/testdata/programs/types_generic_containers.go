package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"strings"
)

type Stack[T any] struct{ items []T }

var ErrEmpty = errors.New("empty stack")

func (s *Stack[T]) Push(v ...T) *Stack[T] { s.items = append(s.items, v...); return s }
func (s *Stack[T]) Pop() (v T, err error) {
	if len(s.items) == 0 {
		return v, ErrEmpty
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}
func (s Stack[T]) String() string { return fmt.Sprintf("Stack%v", s.items) }

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}

type node[K cmp.Ordered, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).key); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			(*p).val = v
			return
		}
	}
	*p = &node[K, V]{key: k, val: v}
	t.size++
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	var walk func(n *node[K, V], yield func(K, V) bool) bool
	walk = func(n *node[K, V], yield func(K, V) bool) bool {
		return n == nil || walk(n.left, yield) && yield(n.key, n.val) && walk(n.right, yield)
	}
	return func(yield func(K, V) bool) { walk(t.root, yield) }
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](vs ...T) Set[T] {
	s := make(Set[T])
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }

type Number interface {
	~int | ~int64 | ~float64
}

type Meters float64

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}

func main() {
	var s Stack[string]
	fmt.Println(s.Push("a").Push("b", "c"))
	v, err := s.Pop()
	fmt.Println(v, err, s)
	_, err = (&Stack[int]{}).Pop()
	fmt.Println(err == ErrEmpty)
	var t Tree[string, int]
	for i, w := range strings.Fields("m c x a d m z") {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		if k == "z" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(t.size)
	fmt.Println(SetOf(1, 2, 2).Has(2), len(SetOf("x", "x")))
	p := MakePair("one", 1)
	fmt.Printf("%v %+v %T\n", p, p.Swap(), p.Swap())
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Meters](1, 2), Sum[int]())
	fmt.Printf("%T %T\n", Sum[Meters](), Stack[Pair[int, bool]]{})
	lens := Map([]string{"go", "generics"}, func(s string) int { return len(s) })
	fmt.Println(lens, Reduce(lens, "", func(a string, n int) string { return a + fmt.Sprint(n, ";") }))
}
