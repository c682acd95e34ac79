package main

import (
	"errors"
	"fmt"
	"sync"
)

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }

func (s Sq) Area() float64  { return s.s * s.s }
func (s Sq) String() string { return fmt.Sprintf("Sq(%g)", s.s) }

type MyErr struct{ code int }

func (e *MyErr) Error() string { return fmt.Sprint("code ", e.code) }

type Color int

const (
	_         = iota
	Red Color = iota
	Green
)

func (c Color) String() string { return [...]string{"", "R", "G"}[c] }

func f() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("got: %v: %w", r, &MyErr{3})
		}
	}()
	var a []int
	i := 5
	return errors.New(fmt.Sprint(a[i]))
}

func Map[T, U any](xs []T, f func(T) U) []U {
	var out []U
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Println(f(), f())
	}
	var s Shape = Sq{2}
	fmt.Println(s, s.Area(), []Shape{s}, map[string]Color{"a": Red})
	fmt.Printf("%v %+v %T %#v\n", s, s, s, s)
	err := f()
	fmt.Println(err)
	var me *MyErr
	if errors.As(err, &me) {
		fmt.Println("as", me.code)
	}
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return fmt.Sprint(i, "!") }))
	ch := make(chan int)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ch <- i * i
		}()
	}
	go func() { wg.Wait(); close(ch) }()
	sum := 0
	for v := range ch {
		sum += v
	}
	fmt.Println(sum)
	switch x := any(s).(type) {
	case int:
		fmt.Println("int", x)
	case Sq:
		fmt.Println("sq", x.s)
	}
	var m map[string]int
	m["a"] = 1
}
