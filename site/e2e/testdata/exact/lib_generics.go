package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

type set[T comparable] = map[T]struct{}

type tree[K cmp.Ordered, V any] struct {
	left, right *tree[K, V]
	key         K
	value       V
}

func (t *tree[K, V]) put(key K, value V) *tree[K, V] {
	if t == nil {
		return &tree[K, V]{key: key, value: value}
	}
	switch c := cmp.Compare(key, t.key); {
	case c < 0:
		t.left = t.left.put(key, value)
	case c > 0:
		t.right = t.right.put(key, value)
	default:
		t.value = value
	}
	return t
}

func (t *tree[K, V]) all() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.walk(yield) }
}

func (t *tree[K, V]) walk(yield func(K, V) bool) bool {
	return t == nil || t.left.walk(yield) && yield(t.key, t.value) && t.right.walk(yield)
}

type config struct{ name string }

func main() {
	var t *tree[string, int]
	for i, word := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t = t.put(word, i)
	}
	for key, value := range t.all() {
		if key == "quick" {
			break
		}
		fmt.Print(key, "=", value, " ")
	}
	fmt.Println()
	counts := maps.Collect(t.all())
	fmt.Println(slices.Sorted(maps.Keys(counts)), slices.Max(slices.Collect(maps.Values(counts))))
	fmt.Println(slices.Collect(slices.Chunk([]int{1, 2, 3, 4, 5}, 2)), slices.Repeat([]string{"x"}, 3))
	next, stop := iter.Pull(slices.Values([]string{"a", "b"}))
	first, ok := next()
	fmt.Println(first, ok)
	stop()
	fmt.Println(next())

	seen := set[int]{1: {}}
	fmt.Printf("%T %v\n", seen, seen)
	value := sync.OnceValue(func() int { fmt.Println("once"); return 42 })
	fmt.Println(value(), value())
	var current atomic.Pointer[config]
	current.Store(&config{"a"})
	old := current.Swap(&config{"b"})
	fmt.Println(old.name, current.Load().name)
	p := new(40 + 2)
	*p++
	fmt.Println(*p, min(3, 1, 2), max("a", "b"))
	for line := range strings.Lines("one\ntwo\n") {
		fmt.Printf("%q ", line)
	}
	fmt.Println(slices.SortedFunc(slices.Values([]string{"ccc", "a", "bb"}), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	}))
}
