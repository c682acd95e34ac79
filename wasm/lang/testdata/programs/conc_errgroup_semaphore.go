package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

type Failed struct{ id int }

func (f *Failed) Error() string { return fmt.Sprint("failed ", f.id) }

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	g.SetLimit(2)
	var n atomic.Int32
	for i := range 5 {
		g.Go(func() error {
			n.Add(1)
			if i == 2 {
				return &Failed{i}
			}
			return nil
		})
	}
	err := g.Wait()
	var f *Failed
	fmt.Println(err, errors.As(err, &f), f.id, ctx.Err(), n.Load())
	sem := make(chan struct{}, 2)
	var max, cur atomic.Int64
	done := make(chan bool)
	for range 6 {
		go func() {
			sem <- struct{}{}
			defer func() { <-sem; done <- true }()
			c := cur.Add(1)
			for {
				m := max.Load()
				if c <= m || max.CompareAndSwap(m, c) {
					break
				}
			}
			time.Sleep(time.Millisecond)
			cur.Add(-1)
		}()
	}
	for range 6 {
		<-done
	}
	fmt.Println(max.Load() <= 2)
}
