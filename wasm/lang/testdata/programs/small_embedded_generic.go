package main

import (
	"fmt"
	"sync"
)

type Store[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

func (s *Store[K, V]) Set(k K, v V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = make(map[K]V)
	}
	s.m[k] = v
}

func (s *Store[K, V]) Get(k K) (v V, ok bool) { v, ok = s.m[k]; return }
func (s *Store[K, V]) Len() int               { return len(s.m) }

type Session struct {
	Store[string, int]
	*Log[Event]
	name string
}

type Event struct{ What string }
type Log[T any] struct{ items []T }

func (l *Log[T]) Add(v T) *Log[T] { l.items = append(l.items, v); return l }
func (l Log[T]) Last() (v T) {
	if n := len(l.items); n > 0 {
		v = l.items[n-1]
	}
	return
}
func (e Event) String() string { return "<" + e.What + ">" }

type Lener interface{ Len() int }
type Laster[T any] interface{ Last() T }

func main() {
	s := Session{Log: &Log[Event]{}, name: "s"}
	s.Set("a", 1)
	s.Add(Event{"x"}).Add(Event{"y"})
	v, ok := s.Get("a")
	_, none := s.Get("b")
	fmt.Println(v, ok, none, s.Len(), s.Last(), s.items)
	var l Lener = &s
	var la Laster[Event] = s
	fmt.Println(l.Len(), la.Last().What, s.Log.Last())
	get := s.Get
	s.Set("b", 2)
	fmt.Println(get("b"))
	add := s.Store.Set
	add("c", 3)
	fmt.Println(s.Len())
	fmt.Printf("%T %T\n", s.Log, &s.Store)
	type Nested[T any] struct {
		Log[[]T]
		extra T
	}
	n := Nested[int]{extra: 4}
	n.Add([]int{1, 2})
	fmt.Println(n.Last(), n.extra)
}
