package main

import (
	"errors"
	"fmt"
)

type MyErr struct{ msg string }

func (e *MyErr) Error() string {
	if e == nil {
		return "nil MyErr"
	}
	return e.msg
}

func bad() error {
	var e *MyErr
	return e
}

func good() error { return nil }

type Shape interface{ Area() float64 }
type Square struct{ s float64 }

func (s *Square) Area() float64 {
	if s == nil {
		return -1
	}
	return s.s * s.s
}

func main() {
	fmt.Println(bad() == nil, good() == nil, bad())
	err := bad()
	var me *MyErr
	fmt.Println(errors.As(err, &me), me == nil)
	var s Shape
	fmt.Println(s == nil)
	var sq *Square
	s = sq
	fmt.Println(s == nil, s.Area(), s.(*Square) == nil)
	fmt.Printf("%T %v\n", s, sq == nil)
	var a, b any
	fmt.Println(a == b, a == nil)
	a, b = 1, 1
	fmt.Println(a == b)
	b = int64(1)
	fmt.Println(a == b)
	a, b = Square{2}, Square{2}
	fmt.Println(a == b)
	a, b = &Square{2}, &Square{2}
	fmt.Println(a == b)
	a = []int{1}
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(a == a)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var s Shape
		s.Area()
	}()
	var e1, e2 error = errors.New("x"), errors.New("x")
	fmt.Println(e1 == e2, e1 == e1, e1.Error() == e2.Error())
	var fn func()
	a = fn
	fmt.Println(a == nil, fn == nil)
	var ch chan int
	a = ch
	_, isChan := a.(chan int)
	fmt.Println(a == nil, isChan)
	var st fmt.Stringer
	_, ok := any(st).(fmt.Stringer)
	fmt.Println(ok)
}
