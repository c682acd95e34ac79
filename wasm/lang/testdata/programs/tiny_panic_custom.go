package main

import (
	"errors"
	"fmt"
)

type Problem struct {
	Code int
	Err  error
}

func (p *Problem) Error() string { return fmt.Sprintf("problem %d: %v", p.Code, p.Err) }
func (p *Problem) Unwrap() error { return p.Err }

func must[T any](v T, err error) T {
	if err != nil {
		panic(&Problem{7, err})
	}
	return v
}

func try(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			p, ok := r.(*Problem)
			if !ok {
				panic(r)
			}
			err = p
		}
	}()
	f()
	return
}

var ErrX = errors.New("x")

func main() {
	fmt.Println(must(3, nil), must("s", nil))
	err := try(func() { must(0, ErrX) })
	fmt.Println(err, errors.Is(err, ErrX))
	defer fmt.Println("deferred in main")
	try(func() { panic(fmt.Sprintf("other %v", err)) })
	fmt.Println("not reached")
}
