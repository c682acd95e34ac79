package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int

const userKey key = 0

type stage func(context.Context, <-chan int) <-chan int

func source(ctx context.Context, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func square(ctx context.Context, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			select {
			case out <- v * v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func run(ctx context.Context, stages ...stage) <-chan int {
	c := source(ctx, 10)
	for _, s := range stages {
		c = s(ctx, c)
	}
	return c
}

func main() {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), userKey, "ann"))
	sum := 0
	for v := range run(ctx, square, square) {
		sum += v
		if v > 1000 {
			break
		}
	}
	cancel()
	fmt.Println(sum, ctx.Err(), ctx.Value(userKey), ctx.Value(key(1)))
	ctx, cancel = context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	select {
	case <-time.After(time.Second):
		fmt.Println("no")
	case <-ctx.Done():
		fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	}
	c2, cancelCause := context.WithCancelCause(context.Background())
	cancelCause(errors.New("why"))
	fmt.Println(c2.Err(), context.Cause(c2))
	stop := context.AfterFunc(c2, func() { fmt.Println("after func") })
	time.Sleep(10 * time.Millisecond)
	fmt.Println(stop())
}
