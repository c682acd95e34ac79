package main

import (
	"errors"
	"fmt"
	"sync"
)

type result struct {
	id  int
	err error
}

func safely(id int, f func() error) (r result) {
	r.id = id
	defer func() {
		if p := recover(); p != nil {
			switch p := p.(type) {
			case error:
				r.err = fmt.Errorf("task %d: %w", id, p)
			default:
				r.err = fmt.Errorf("task %d: %v", id, p)
			}
		}
	}()
	r.err = f()
	return
}

var errBad = errors.New("bad")

func main() {
	tasks := []func() error{
		func() error { return nil },
		func() error { return errBad },
		func() error { panic(errBad) },
		func() error { var m map[int]int; m[0]++; return nil },
		func() error { panic(fmt.Sprint("text", 1)) },
		func() error {
			defer func() { panic("replaced") }()
			panic("first")
		},
		func() (err error) {
			defer func() { err = errors.Join(err, errBad) }()
			return errors.New("own")
		},
	}
	results := make([]result, len(tasks))
	var wg sync.WaitGroup
	for i, t := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = safely(i, t)
		}()
	}
	wg.Wait()
	for _, r := range results {
		fmt.Printf("%d %v %t\n", r.id, r.err, errors.Is(r.err, errBad))
	}
	defer fmt.Println("main deferred")
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer fmt.Println("goroutine deferred")
		panic(fmt.Errorf("unrecovered: %w\nsecond line", errBad))
	}()
	<-done
	select {}
}
