package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type temporary interface{ Temporary() bool }

type netError struct{ attempt int }

func (e netError) Error() string   { return fmt.Sprintf("attempt %d: connection reset", e.attempt) }
func (e netError) Temporary() bool { return e.attempt < 4 }

func retry(ctx context.Context, attempts int, base time.Duration, op func(n int) error) (err error) {
	for n := 1; n <= attempts; n++ {
		if err = op(n); err == nil {
			return nil
		}
		var t temporary
		if errors.As(err, &t) && !t.Temporary() {
			return fmt.Errorf("permanent: %w", err)
		}
		wait := base << (n - 1)
		select {
		case <-time.After(wait):
			fmt.Println("waited", wait)
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		}
	}
	return fmt.Errorf("gave up after %d: %w", attempts, err)
}

func main() {
	ctx := context.Background()
	fmt.Println(retry(ctx, 3, time.Millisecond, func(n int) error {
		if n < 3 {
			return netError{n}
		}
		return nil
	}))
	fmt.Println(retry(ctx, 9, time.Millisecond, func(n int) error { return netError{n} }))
	fmt.Println(retry(ctx, 2, time.Millisecond, func(n int) error { return errors.New("plain") }))
	short, cancel := context.WithTimeout(ctx, 15*time.Millisecond)
	defer cancel()
	err := retry(short, 9, 10*time.Millisecond, func(n int) error { return netError{1} })
	fmt.Println(err)
	fmt.Println(errors.Is(err, context.DeadlineExceeded), errors.Is(err, netError{1}), errors.Is(err, netError{2}))
}
