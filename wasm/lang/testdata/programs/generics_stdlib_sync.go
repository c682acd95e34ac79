package main

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
)

type Config struct{ n int }

func main() {
	get := sync.OnceValue(func() int { fmt.Println("once"); return 42 })
	fmt.Println(get(), get())
	gv := sync.OnceValues(func() (string, error) { return "v", nil })
	fmt.Println(gv())
	fmt.Println(gv())
	f := sync.OnceFunc(func() { fmt.Println("func") })
	f()
	f()
	var p atomic.Pointer[Config]
	fmt.Println(p.Load() == nil)
	p.Store(&Config{1})
	old := p.Swap(&Config{2})
	fmt.Println(old.n, p.Load().n, p.CompareAndSwap(old, nil))
	var n atomic.Int64
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { n.Add(2) })
	}
	wg.Wait()
	fmt.Println(n.Load())
	x := rand.N(10)
	fmt.Println(x >= 0 && x < 10)
	var v atomic.Value
	v.Store(Config{3})
	fmt.Println(v.Load().(Config).n)
	var m sync.Map
	m.Store(Config{1}, "one")
	r, ok := m.Load(Config{1})
	fmt.Println(r, ok)
	m.Range(func(k, v any) bool { fmt.Println(k.(Config).n, v); return true })
	pool := sync.Pool{New: func() any { return &Config{9} }}
	c := pool.Get().(*Config)
	fmt.Println(c.n)
}
