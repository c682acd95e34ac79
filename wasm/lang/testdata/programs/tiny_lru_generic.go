package main

import (
	"fmt"
)

type node[K comparable, V any] struct {
	key        K
	val        V
	prev, next *node[K, V]
}

type LRU[K comparable, V any] struct {
	cap        int
	items      map[K]*node[K, V]
	head, tail node[K, V]
	OnEvict    func(K, V)
}

func New[K comparable, V any](cap int) *LRU[K, V] {
	l := &LRU[K, V]{cap: cap, items: map[K]*node[K, V]{}}
	l.head.next, l.tail.prev = &l.tail, &l.head
	return l
}

func (l *LRU[K, V]) unlink(n *node[K, V]) { n.prev.next, n.next.prev = n.next, n.prev }
func (l *LRU[K, V]) front(n *node[K, V]) {
	n.prev, n.next = &l.head, l.head.next
	n.prev.next, n.next.prev = n, n
}

func (l *LRU[K, V]) Get(k K) (v V, ok bool) {
	n, ok := l.items[k]
	if !ok {
		return v, false
	}
	l.unlink(n)
	l.front(n)
	return n.val, true
}

func (l *LRU[K, V]) Put(k K, v V) {
	if n, ok := l.items[k]; ok {
		n.val = v
		l.unlink(n)
		l.front(n)
		return
	}
	if len(l.items) == l.cap {
		last := l.tail.prev
		l.unlink(last)
		delete(l.items, last.key)
		if l.OnEvict != nil {
			l.OnEvict(last.key, last.val)
		}
	}
	n := &node[K, V]{key: k, val: v}
	l.items[k] = n
	l.front(n)
}

func main() {
	l := New[string, int](2)
	l.OnEvict = func(k string, v int) { fmt.Println("evict", k, v) }
	l.Put("a", 1)
	l.Put("b", 2)
	fmt.Println(l.Get("a"))
	l.Put("c", 3)
	fmt.Println(l.Get("b"))
	l.Put("a", 10)
	l.Put("d", 4)
	for n := l.head.next; n != &l.tail; n = n.next {
		fmt.Print(n.key, "=", n.val, " ")
	}
	fmt.Println(len(l.items))
}
