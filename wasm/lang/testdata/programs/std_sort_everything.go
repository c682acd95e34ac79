package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type Person struct {
	Name string
	Age  int
}

type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

func (p Person) String() string { return fmt.Sprintf("%s(%d)", p.Name, p.Age) }

type lessFunc func(a, b *Person) bool

type multiSorter struct {
	people []Person
	less   []lessFunc
}

func (m *multiSorter) Len() int      { return len(m.people) }
func (m *multiSorter) Swap(i, j int) { m.people[i], m.people[j] = m.people[j], m.people[i] }
func (m *multiSorter) Less(i, j int) bool {
	p, q := &m.people[i], &m.people[j]
	var k int
	for k = 0; k < len(m.less)-1; k++ {
		switch less := m.less[k]; {
		case less(p, q):
			return true
		case less(q, p):
			return false
		}
	}
	return m.less[k](p, q)
}

func OrderedBy(less ...lessFunc) *multiSorter { return &multiSorter{less: less} }
func (m *multiSorter) Sort(p []Person)        { m.people = p; sort.Sort(m) }

func main() {
	people := []Person{{"Bob", 31}, {"Al", 20}, {"Zed", 31}, {"Cy", 7}, {"Ann", 20}}
	p := slices.Clone(people)
	sort.Sort(ByAge(p[:2]))
	fmt.Println(p)
	sort.Stable(sort.Reverse(ByAge(p)))
	fmt.Println(p)
	byName := func(a, b *Person) bool { return a.Name < b.Name }
	byAge := func(a, b *Person) bool { return a.Age < b.Age }
	OrderedBy(byAge, byName).Sort(p)
	fmt.Println(p)
	slices.SortFunc(p, func(a, b Person) int {
		return cmp.Or(-cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name))
	})
	fmt.Println(p)
	sort.SliceStable(p, func(i, j int) bool { return len(p[i].Name) < len(p[j].Name) })
	fmt.Println(p)
	ints := []int{5, 2, 8, 1}
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints, sort.IntsAreSorted(ints))
	slices.Sort(ints)
	i, found := slices.BinarySearch(ints, 5)
	fmt.Println(ints, i, found, sort.SearchInts(ints, 6))
	words := strings.Fields("the quick brown fox jumps")
	sort.Strings(words)
	fmt.Println(words, slices.Max(words), slices.Index(words, "fox"), slices.Contains(words, "cat"))
	slices.Reverse(words)
	fmt.Println(words, slices.Compact([]int{1, 1, 2, 2, 1}), slices.Equal(ints, []int{1, 2, 5, 8}))
	idx := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(idx, slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{1, 2, 3, 4}, 1, 3))
	k, ok := slices.BinarySearchFunc(p, 99, func(p Person, age int) int { return cmp.Compare(p.Age, age) })
	fmt.Println(k, ok, slices.MinFunc(p, func(a, b Person) int { return a.Age - b.Age }))
	fmt.Println(slices.IndexFunc(p, func(p Person) bool { return p.Age == 7 }), slices.ContainsFunc(p, func(p Person) bool { return p.Age > 100 }))
}
