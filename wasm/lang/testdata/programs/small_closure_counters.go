package main

import "fmt"

type Counter func() int

func New(start, step int) (c Counter, reset func(int)) {
	n := start
	c = func() int {
		defer func() { n += step }()
		return n
	}
	reset = func(v int) { n = v }
	return
}

func (c Counter) Take(n int) (out []int) {
	for range n {
		out = append(out, c())
	}
	return
}

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(n)
		cache[n] = v
		return v
	}
}

func debounce(n int, f func(string)) func(string) {
	count := 0
	return func(s string) {
		if count++; count%n == 0 {
			f(fmt.Sprint(s, count))
		}
	}
}

func main() {
	c, reset := New(10, 5)
	fmt.Println(c.Take(3), c())
	reset(0)
	fmt.Println(c.Take(2))
	calls := 0
	var fib func(int) int
	fib = memo(func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(50), calls)
	d := debounce(3, func(s string) { fmt.Print(s, " ") })
	for _, s := range []string{"a", "b", "c", "d", "e", "f"} {
		d(s)
	}
	fmt.Println()
	adders := make([]func(int) int, 3)
	for i := range adders {
		adders[i] = func(x int) int { i += x; return i }
	}
	fmt.Println(adders[0](1), adders[1](1), adders[2](1), adders[0](1))
	var acc []int
	push := func(vs ...int) func() int {
		acc = append(acc, vs...)
		return func() int { return len(acc) }
	}
	n := push(1, 2)
	push(3)
	fmt.Println(n(), acc)
}
