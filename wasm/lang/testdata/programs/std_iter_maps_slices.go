package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

type Matrix [][]int

func (m Matrix) Cells() iter.Seq2[[2]int, int] {
	return func(yield func([2]int, int) bool) {
		for r, row := range m {
			for c, v := range row {
				if !yield([2]int{r, c}, v) {
					return
				}
			}
		}
	}
}

func Filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		s(func(v T) bool {
			if keep(v) {
				return yield(v)
			}
			return true
		})
	}
}

func Take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i >= n {
				return
			}
		}
	}
}

func Naturals() iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("(naturals done)")
		for i := 0; yield(i); i++ {
		}
	}
}

func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		for {
			x, ok1 := nextA()
			y, ok2 := nextB()
			if !ok1 || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}

func main() {
	for pos, v := range (Matrix{{1, 2}, {3, 4}}).Cells() {
		if v == 4 {
			break
		}
		fmt.Println(pos, v)
	}
	even := Filter(Naturals(), func(n int) bool { return n%2 == 0 })
	fmt.Println(slices.Collect(Take(even, 4)))
	for n, w := range Zip(Naturals(), slices.Values([]string{"a", "b"})) {
		fmt.Println(n, w)
	}
	m := map[string]int{"x": 3, "y": 1, "z": 2}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	m2 := maps.Clone(m)
	maps.DeleteFunc(m2, func(k string, v int) bool { return v < 2 })
	fmt.Println(m2, maps.Equal(m, m2))
	maps.Copy(m2, map[string]int{"w": 9})
	fmt.Println(len(m2), maps.Collect(slices.All([]string{"p", "q"})))
	for i, v := range slices.Backward([]int{1, 2, 3}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println()
	for part := range strings.SplitSeq("a-b-c", "-") {
		fmt.Print(part, ";")
	}
	for l := range strings.Lines("one\ntwo\n") {
		fmt.Printf("%q", l)
	}
	fmt.Println()
	fmt.Println(slices.SortedFunc(maps.Keys(m), func(a, b string) int { return strings.Compare(b, a) }), slices.Repeat([]int{1}, 3), slices.Concat([]int{1}, []int{2, 3}))
	find := func() (found int) {
		for v := range Naturals() {
			for w := range Naturals() {
				if v*w == 6 && v > 1 {
					return v*10 + w
				}
				if w > 5 {
					break
				}
			}
		}
		return -1
	}
	fmt.Println(find())
}
