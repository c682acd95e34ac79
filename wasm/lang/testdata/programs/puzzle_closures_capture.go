package main

import "fmt"

func counters() (inc, dec func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	dec = func() int { n--; return n }
	get = func() int { return n }
	return
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}

func main() {
	inc, dec, get := counters()
	inc()
	inc()
	dec()
	inc2, _, get2 := counters()
	inc2()
	fmt.Println(get(), get2())
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()

	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()

	x := 1
	{
		x := x + 1
		x++
		func() { x = 100 }()
		fmt.Println("inner", x)
	}
	fmt.Println("outer", x)
	set := func(p *int) func(int) { return func(v int) { *p = v } }(&x)
	set(42)
	fmt.Println(x)
	var fact func(int) int
	fact = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	show := compose(func(n int) float64 { return float64(n) / 4 }, func(v float64) string { return fmt.Sprintf("<%.2f>", v) })
	fmt.Println(show(3))
	arr := [3]int{1, 2, 3}
	change := func() { arr[0] = 9 }
	copyOf := arr
	change()
	fmt.Println(arr, copyOf)
}
