package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
)

type Sem chan struct{}

func (s Sem) Acquire() { s <- struct{}{} }
func (s Sem) Release() { <-s }
func (s Sem) TryAcquire() bool {
	select {
	case s <- struct{}{}:
		return true
	default:
		return false
	}
}

func main() {
	s := make(Sem, 2)
	s.Acquire()
	fmt.Println(s.TryAcquire(), s.TryAcquire(), len(s))
	s.Release()
	fmt.Println(s.TryAcquire(), len(s), cap(s))

	w := semaphore.NewWeighted(10)
	ctx := context.Background()
	fmt.Println(w.Acquire(ctx, 7), w.TryAcquire(4), w.TryAcquire(3))
	short, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
	defer cancel()
	fmt.Println(w.Acquire(short, 1))
	go func() {
		time.Sleep(5 * time.Millisecond)
		w.Release(10)
	}()
	fmt.Println(w.Acquire(ctx, 10))

	var g singleflight.Group
	calls := 0
	v, err, shared := g.Do("key", func() (any, error) {
		calls++
		return map[string]int{"n": 1}, nil
	})
	fmt.Println(v, err, shared, calls)
}
