package main

import (
	"fmt"
	"sync"
)

type Queue[T any] struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []T
	done  bool
}

func NewQueue[T any]() *Queue[T] {
	q := &Queue[T]{}
	q.cond = sync.NewCond(&q.mu)
	return q
}

func (q *Queue[T]) Put(x T) {
	q.mu.Lock()
	q.items = append(q.items, x)
	q.mu.Unlock()
	q.cond.Signal()
}

func (q *Queue[T]) Close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.done = true
	q.cond.Broadcast()
}

func (q *Queue[T]) Get() (x T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.done {
		q.cond.Wait()
	}
	if len(q.items) == 0 {
		return x, false
	}
	x, q.items = q.items[0], q.items[1:]
	return x, true
}

type Safe struct {
	sync.RWMutex
	m map[string]int
}

func (s *Safe) Inc(k string) { s.Lock(); defer s.Unlock(); s.m[k]++ }
func (s *Safe) Get(k string) int {
	s.RLock()
	defer s.RUnlock()
	return s.m[k]
}

func main() {
	q := NewQueue[int]()
	var wg sync.WaitGroup
	total := 0
	var mu sync.Mutex
	for range 3 {
		wg.Go(func() {
			for {
				x, ok := q.Get()
				if !ok {
					return
				}
				mu.Lock()
				total += x
				mu.Unlock()
			}
		})
	}
	for i := range 100 {
		q.Put(i)
	}
	q.Close()
	wg.Wait()
	fmt.Println(total)
	s := Safe{m: map[string]int{}}
	for range 50 {
		wg.Add(1)
		go func() { defer wg.Done(); s.Inc("k") }()
	}
	wg.Wait()
	fmt.Println(s.Get("k"))
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
}
