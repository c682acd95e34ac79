package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

type fetchError struct {
	url  string
	code int
}

func (e *fetchError) Error() string { return fmt.Sprintf("%s: status %d", e.url, e.code) }

func fetch(ctx context.Context, url string, d time.Duration, code int) (string, error) {
	select {
	case <-time.After(d):
		if code != 200 {
			return "", &fetchError{url, code}
		}
		return "body of " + url, nil
	case <-ctx.Done():
		return "", fmt.Errorf("%s: %w", url, ctx.Err())
	}
}

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	bodies := make([]string, 3)
	errs := make([]error, 3)
	for i, c := range []struct {
		url  string
		d    time.Duration
		code int
	}{{"a", 10 * time.Millisecond, 200}, {"b", 30 * time.Millisecond, 503}, {"c", 500 * time.Millisecond, 200}} {
		g.Go(func() error {
			b, err := fetch(ctx, c.url, c.d, c.code)
			bodies[i], errs[i] = b, err
			return err
		})
	}
	err := g.Wait()
	fmt.Println(err)
	var fe *fetchError
	fmt.Println(errors.As(err, &fe), fe.code)
	fmt.Printf("%q\n", bodies)
	fmt.Println(errs[0], errs[2], errors.Is(errs[2], context.Canceled))

	var limited errgroup.Group
	limited.SetLimit(2)
	total := make(chan int, 10)
	for i := range 5 {
		limited.Go(func() error {
			total <- i
			return nil
		})
	}
	fmt.Println(limited.Wait(), len(total))
}
