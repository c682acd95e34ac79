package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type P struct {
	Name string
	Age  int
}

func main() {
	xs := []int{3, 1, 2}
	slices.Sort(xs)
	fmt.Println(xs, slices.Contains(xs, 2), slices.Index(xs, 3), slices.Max(xs), slices.Min(xs))
	i, ok := slices.BinarySearch(xs, 2)
	fmt.Println(i, ok, slices.Equal(xs, []int{1, 2, 3}))
	ps := []P{{"bo", 30}, {"al", 30}, {"cy", 20}}
	slices.SortFunc(ps, func(a, b P) int {
		return cmp.Or(cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name))
	})
	fmt.Println(ps)
	slices.SortStableFunc(ps, func(a, b P) int { return -cmp.Compare(a.Age, b.Age) })
	fmt.Println(ps)
	fmt.Println(slices.IndexFunc(ps, func(p P) bool { return p.Name == "bo" }))
	ys := slices.Insert(xs, 1, 10, 11)
	ys = slices.Delete(ys, 0, 1)
	fmt.Println(ys, slices.Compact([]int{1, 1, 2, 2, 1}), slices.Clone(ys))
	m := map[string]int{"a": 1, "b": 2}
	n := maps.Clone(m)
	maps.DeleteFunc(n, func(k string, v int) bool { return v == 1 })
	fmt.Println(m, n, maps.Equal(m, n))
	fmt.Println(slices.Collect(maps.Values(n)), slices.Repeat([]int{1}, 3), slices.Concat(xs, ys))
	fmt.Println(cmp.Compare(1, 2), cmp.Less("b", "a"), min(3, 1, 2), max(2.5, 1), min("b", "a"))
	for w := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print(w, " ")
	}
	for w := range strings.FieldsSeq(" x  y ") {
		fmt.Print(w, " ")
	}
	clear(m)
	fmt.Println(len(m))
}
