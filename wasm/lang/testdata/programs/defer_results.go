package main

import (
	"errors"
	"fmt"
)

func a() (n int) {
	defer func() { n *= 2 }()
	n = 5
	return n + 1
}

func b() int {
	n := 5
	defer func() { n = 100 }()
	return n
}

func c() (s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	s = "partial"
	panic("boom")
}

func d() (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	return errors.New("base")
}

func e() (int, string) {
	defer fmt.Println("e done")
	return f()
}

func f() (int, string) { return 1, "f" }

func main() {
	fmt.Println(a(), b())
	fmt.Println(c())
	fmt.Println(d())
	fmt.Println(e())
}
