package main

import (
	"fmt"
	"sync"
	"time"
)

type Queue[T any] struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	notFull  *sync.Cond
	items    []T
	max      int
}

func NewQueue[T any](max int) *Queue[T] {
	q := &Queue[T]{max: max}
	q.notEmpty = sync.NewCond(&q.mu)
	q.notFull = sync.NewCond(&q.mu)
	return q
}

func (q *Queue[T]) Put(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == q.max {
		q.notFull.Wait()
	}
	q.items = append(q.items, v)
	q.notEmpty.Signal()
}

func (q *Queue[T]) Get() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.notEmpty.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	q.notFull.Signal()
	return v
}

func main() {
	q := NewQueue[string](2)
	go func() {
		for i := range 6 {
			q.Put(fmt.Sprintf("item%d", i))
		}
		q.Put("end")
	}()
	for {
		v := q.Get()
		fmt.Println(v)
		if v == "end" {
			break
		}
		time.Sleep(time.Millisecond)
	}

	var mu sync.Mutex
	ready := false
	cond := sync.NewCond(&mu)
	var started, woken sync.WaitGroup
	count := 0
	for range 5 {
		started.Add(1)
		woken.Add(1)
		go func() {
			defer woken.Done()
			mu.Lock()
			defer mu.Unlock()
			started.Done()
			for !ready {
				cond.Wait()
			}
			count++
		}()
	}
	started.Wait()
	mu.Lock()
	ready = true
	cond.Broadcast()
	mu.Unlock()
	woken.Wait()
	fmt.Println("woken", count)
}
