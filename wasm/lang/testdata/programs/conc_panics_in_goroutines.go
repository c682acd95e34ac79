package main

import (
	"errors"
	"fmt"
	"sync"
)

type PanicError struct {
	Value any
}

func (p PanicError) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

func safely(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = PanicError{r}
		}
	}()
	f()
	return
}

func main() {
	errs := make([]error, 3)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = safely(func() {
				switch i {
				case 0:
					panic("zero")
				case 1:
					var m map[string]int
					m["x"]++
				}
			})
		}()
	}
	wg.Wait()
	for _, e := range errs {
		var p PanicError
		fmt.Println(e, errors.As(e, &p), p.Value)
	}
}
