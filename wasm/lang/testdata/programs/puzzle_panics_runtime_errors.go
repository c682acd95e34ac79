package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

type T struct {
	p *T
	n int
}

func (t T) val() int      { return t.n }
func (t *T) ptr() int     { return t.n }
func (t *T) safe() string { return fmt.Sprint(t == nil) }

func try(name string, f func()) {
	defer func() {
		r := recover()
		if err, ok := r.(runtime.Error); ok {
			fmt.Printf("%-12s runtime error: %s\n", name, strings.TrimPrefix(err.Error(), "runtime error: "))
			return
		}
		if err, ok := r.(error); ok {
			fmt.Printf("%-12s error %v\n", name, err)
			return
		}
		fmt.Printf("%-12s %T %v\n", name, r, r)
	}()
	f()
}

func main() {
	s, i, z := []int{1, 2, 3}, 5, 0
	var m map[string]int
	var p *T
	var e error
	var f func(int) int
	var a any = "str"
	var arr [3]int
	var c chan int
	try("index", func() { fmt.Println(s[i]) })
	try("negative", func() { fmt.Println(s[z-1]) })
	try("array", func() { arr[i%4+2] = 1 })
	try("slice", func() { fmt.Println(s[i:]) })
	try("slice2", func() { fmt.Println(s[2 : 1+z]) })
	try("slice3", func() { fmt.Println(s[:2:i]) })
	try("string", func() { fmt.Println("abc"[i]) })
	try("substring", func() { fmt.Println("abc"[i:]) })
	try("divide", func() { fmt.Println(1 / z) })
	try("modulo", func() { fmt.Println(1 % z) })
	try("float", func() { fmt.Println(1 / float64(z)) })
	try("nil map", func() { m["a"] = 1 })
	try("nil read", func() { fmt.Println(m["a"], len(m)) })
	try("nil field", func() { fmt.Println(p.n) })
	try("nil method", func() { fmt.Println(p.ptr()) })
	try("nil value", func() { fmt.Println(p.val()) })
	try("nil safe", func() { fmt.Println(p.safe()) })
	try("nil deep", func() { fmt.Println((&T{}).p.p) })
	try("nil error", func() { fmt.Println(e.Error()) })
	try("nil func", func() { f(1) })
	try("assert", func() { fmt.Println(a.(int)) })
	try("assert2", func() { fmt.Println(a.(fmt.Stringer)) })
	try("assert3", func() { fmt.Println(e.(interface{ X() })) })
	try("assert4", func() { a = T{}; fmt.Println(a.(*T)) })
	try("compare", func() { a = []int{}; fmt.Println(a == any([]int{})) })
	try("map key", func() { mm := map[any]int{}; mm[s] = 1 })
	try("map key2", func() { mm := map[any]int{}; mm[struct{ f any }{s}] = 1 })
	try("close nil", func() { close(c) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("make", func() { _ = make([]int, z-1) })
	try("make chan", func() { _ = make(chan int, z-1) })
	try("to array", func() { _ = [4]int(s) })
	try("shift", func() { fmt.Println(1 << (z - 1)) })
	try("custom", func() { panic(errors.New("mine")) })
	try("wrapped", func() { panic(fmt.Errorf("w: %w", errors.ErrUnsupported)) })
	try("struct", func() { panic(T{n: 3}) })
	try("goexit", func() {
		done := make(chan bool)
		go func() { defer close(done); runtime.Goexit() }()
		<-done
	})
	try("repeat", func() { strings.Repeat("x", z-1) })
	try("nil panic", func() { panic(nil) })
	try("copy", func() { fmt.Println(copy(s, s[1:]), s, append(s[:0], 9), s) })
	min := int64(-1 << 63)
	try("overflow", func() { fmt.Println(min/int64(z-1), -min, min-1) })
}
