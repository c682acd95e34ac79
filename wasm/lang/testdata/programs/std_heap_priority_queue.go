package main

import (
	"container/heap"
	"fmt"
)

type Item struct {
	value    string
	priority int
	index    int
}

type PQ []*Item

func (pq PQ) Len() int           { return len(pq) }
func (pq PQ) Less(i, j int) bool { return pq[i].priority > pq[j].priority }
func (pq PQ) Swap(i, j int)      { pq[i], pq[j] = pq[j], pq[i]; pq[i].index = i; pq[j].index = j }
func (pq *PQ) Push(x any)        { it := x.(*Item); it.index = len(*pq); *pq = append(*pq, it) }
func (pq *PQ) Pop() any {
	old := *pq
	n := len(old)
	it := old[n-1]
	old[n-1] = nil
	it.index = -1
	*pq = old[:n-1]
	return it
}
func (pq *PQ) update(it *Item, p int) { it.priority = p; heap.Fix(pq, it.index) }

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type edge struct{ to, w int }

func dijkstra(g map[int][]edge, from int) map[int]int {
	dist := map[int]int{from: 0}
	pq := &PQ{{value: fmt.Sprint(from), priority: 0}}
	for pq.Len() > 0 {
		it := heap.Pop(pq).(*Item)
		var n int
		fmt.Sscan(it.value, &n)
		for _, e := range g[n] {
			d := dist[n] + e.w
			if old, ok := dist[e.to]; !ok || d < old {
				dist[e.to] = d
				heap.Push(pq, &Item{value: fmt.Sprint(e.to), priority: -d})
			}
		}
	}
	return dist
}

func main() {
	items := map[string]int{"banana": 3, "apple": 2, "pear": 4}
	pq := make(PQ, 0, len(items))
	for v, p := range items {
		pq = append(pq, &Item{value: v, priority: p, index: len(pq)})
	}
	heap.Init(&pq)
	it := &Item{value: "orange", priority: 1}
	heap.Push(&pq, it)
	pq.update(it, 5)
	for pq.Len() > 0 {
		it := heap.Pop(&pq).(*Item)
		fmt.Printf("%.2d:%s ", it.priority, it.value)
	}
	fmt.Println(it.index)
	h := &IntHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	fmt.Println("min", (*h)[0], h.Len())
	heap.Remove(h, 1)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	fmt.Println(dijkstra(map[int][]edge{1: {{2, 7}, {3, 2}}, 3: {{2, 3}, {4, 8}}, 2: {{4, 1}}}, 1))
}
