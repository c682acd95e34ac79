package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type Future[T any] struct {
	done chan struct{}
	val  T
	err  error
}

func Async[T any](f func() (T, error)) *Future[T] {
	p := &Future[T]{done: make(chan struct{})}
	go func() {
		defer close(p.done)
		defer func() {
			if r := recover(); r != nil {
				p.err = fmt.Errorf("panicked: %v", r)
			}
		}()
		p.val, p.err = f()
	}()
	return p
}

func (f *Future[T]) Await() (T, error) { <-f.done; return f.val, f.err }

func Then[T, U any](f *Future[T], g func(T) (U, error)) *Future[U] {
	return Async(func() (U, error) {
		v, err := f.Await()
		if err != nil {
			var zero U
			return zero, err
		}
		return g(v)
	})
}

func All[T any](fs ...*Future[T]) ([]T, error) {
	var out []T
	var errs []error
	for _, f := range fs {
		v, err := f.Await()
		out, errs = append(out, v), append(errs, err)
	}
	return out, errors.Join(errs...)
}

func main() {
	slow := Async(func() (int, error) { time.Sleep(20 * time.Millisecond); return 21, nil })
	text := Then(slow, func(n int) (string, error) { return fmt.Sprint(n * 2), nil })
	bad := Async(func() (int, error) { var m map[string]int; m["x"] = 1; return 1, nil })
	worse := Then(bad, func(int) (string, error) { return "never", nil })
	fmt.Println(text.Await())
	fmt.Println(worse.Await())
	fmt.Println(All(slow, slow))
	_, err := All(slow, bad, bad)
	fmt.Println(err)
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
}
