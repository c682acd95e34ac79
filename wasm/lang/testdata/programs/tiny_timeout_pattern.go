package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func slow(d time.Duration) <-chan string {
	c := make(chan string, 1)
	go func() { time.Sleep(d); c <- fmt.Sprint("after ", d) }()
	return c
}

func get(ctx context.Context, d time.Duration) (string, error) {
	select {
	case s := <-slow(d):
		return s, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func main() {
	for _, d := range []time.Duration{20 * time.Millisecond, 2 * time.Second} {
		ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
		s, err := get(ctx, d)
		fmt.Printf("%q %v %t\n", s, err, errors.Is(err, context.DeadlineExceeded))
		cancel()
		fmt.Println(ctx.Err() != nil)
	}
	t := time.NewTimer(time.Hour)
	if t.Stop() {
		fmt.Println("stopped in time")
	}
	select {
	case <-t.C:
		fmt.Println("fired")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("gave up")
	}
}
