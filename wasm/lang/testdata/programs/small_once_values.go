package main

import (
	"errors"
	"fmt"
	"sync"
)

type config struct{ name string }

var load = sync.OnceValues(func() (*config, error) {
	fmt.Println("loading")
	return &config{"main"}, errors.New("partly")
})

type lazy[T any] struct {
	once sync.Once
	val  T
	make func() T
}

func (l *lazy[T]) Get() T {
	l.once.Do(func() { l.val = l.make() })
	return l.val
}

func main() {
	a, err := load()
	b, _ := load()
	fmt.Println(a == b, a.name, err)
	n := 0
	l := lazy[[]int]{make: func() []int { n++; return []int{n} }}
	l.Get()[0] += 10
	fmt.Println(l.Get(), n)
	var o sync.Once
	for i := range 3 {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			o.Do(func() { panic("first time") })
		}()
	}
	f := sync.OnceFunc(func() { panic(fmt.Sprint("always ", n)) })
	for range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
