package main

import (
	"errors"
	"fmt"
)

func named() (n int) {
	defer func() { n *= 2 }()
	n = 3
	return n + 1
}

func unnamed() int {
	n := 3
	defer func() { n *= 2 }()
	return n
}

func twice() (a, b int) {
	defer func() { a, b = b, a }()
	defer func() { a++ }()
	return 1, 2
}

func wrapped(fail bool) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	if fail {
		return errors.New("inner")
	}
	return nil
}

func shadowed() (err error) {
	if err := errors.New("shadow"); err != nil {
		_ = err
	}
	return
}

func loop() (s []int) {
	for i := range 4 {
		defer func(n int) { s = append(s, n, i) }(i * 10)
	}
	return []int{-1}
}

type tracer struct{ name string }

func (t tracer) enter() tracer { fmt.Println("enter", t.name); return t }
func (t *tracer) leave()       { fmt.Println("leave", t.name) }

func traced() {
	t := tracer{"a"}
	defer t.enter().printLeave()
	defer t.leave()
	t.name = "b"
	fmt.Println("body")
}

func (t tracer) printLeave() { fmt.Println("left", t.name) }

func main() {
	fmt.Println(named(), unnamed())
	fmt.Println(twice())
	fmt.Println(wrapped(true), wrapped(false))
	fmt.Println(shadowed())
	fmt.Println(loop())
	traced()
	for i := 0; i < 3; i++ {
		defer fmt.Println("deferred", i)
	}
	defer fmt.Println("first?", func() string { fmt.Println("argument now"); return "no, last argument" }())
}
