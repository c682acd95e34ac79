package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"sort"
)

type Item struct {
	name string
	prio int
	idx  int
}
type PQ []*Item

func (p PQ) Len() int            { return len(p) }
func (p PQ) Less(i, j int) bool  { return p[i].prio > p[j].prio }
func (p PQ) Swap(i, j int)       { p[i], p[j] = p[j], p[i]; p[i].idx = i; p[j].idx = j }
func (p *PQ) Push(x interface{}) { it := x.(*Item); it.idx = len(*p); *p = append(*p, it) }
func (p *PQ) Pop() interface{} {
	old := *p
	n := len(old)
	it := old[n-1]
	*p = old[:n-1]
	return it
}

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	x := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return x
}

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type Person struct {
	Name string
	Age  int
}

func main() {
	pq := &PQ{}
	heap.Init(pq)
	for i, n := range []string{"low", "high", "mid"} {
		heap.Push(pq, &Item{name: n, prio: []int{1, 9, 5}[i]})
	}
	it := (*pq)[len(*pq)-1]
	it.prio = 100
	heap.Fix(pq, it.idx)
	for pq.Len() > 0 {
		x := heap.Pop(pq).(*Item)
		fmt.Print(x.name, x.prio, " ")
	}
	h := &IntHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	w := []string{"ccc", "a", "bb"}
	sort.Sort(byLen(w))
	sort.Sort(sort.Reverse(byLen(w)))
	fmt.Println(w, sort.IsSorted(byLen(w)))
	ps := []Person{{"B", 2}, {"A", 2}, {"C", 1}}
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Age < ps[j].Age })
	fmt.Println(ps, sort.SearchInts([]int{1, 3, 5}, 3))
	l := list.New()
	l.PushBack(Person{"x", 1})
	l.PushFront(2)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
		if p, ok := e.Value.(Person); ok {
			fmt.Print(p.Name)
		}
	}
	r := ring.New(3)
	for i := range 3 {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(x any) { fmt.Print(x) })
	fmt.Println()
}
