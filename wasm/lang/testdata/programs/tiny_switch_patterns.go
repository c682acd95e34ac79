package main

import (
	"fmt"
)

type op byte

const (
	add op = '+'
	sub op = '-'
)

func apply(o op, a, b int) (r int, err error) {
	switch o {
	case add:
		r = a + b
	case sub:
		r = a - b
	case '*', 'x':
		r = a * b
	case '/':
		if b == 0 {
			err = fmt.Errorf("%d %c %d", a, o, b)
			break
		}
		r = a / b
	default:
		return 0, fmt.Errorf("unknown op %q", o)
	}
	return
}

func bucket(n int) string {
	switch {
	case n < 0:
		return "neg"
	case n == 0:
		return "zero"
	case n < 10:
		if n%2 == 0 {
			break
		}
		return "small odd"
	case n > 1000:
		fallthrough
	case n == 50:
		return "special"
	default:
		return "mid"
	}
	return "small even"
}

func f(s string, log *[]string) string { *log = append(*log, s); return s }

func main() {
	for _, o := range []op{'+', '-', 'x', '/', '%'} {
		fmt.Println(apply(o, 7, 0))
	}
	for _, n := range []int{-1, 0, 3, 4, 50, 99, 2000} {
		fmt.Print(bucket(n), ", ")
	}
	fmt.Println()
	var log []string
	switch f("b", &log) {
	case f("a", &log), f("b", &log):
		log = append(log, "matched")
	case f("never", &log):
	}
	fmt.Println(log)
	switch x := any(3.0).(type) {
	case int, float64:
		fmt.Printf("%T %v\n", x, x)
	}
	i := 5
	switch i := i * 2; {
	case i > 5:
		fmt.Println("shadow", i)
	}
	fmt.Println(i)
outer:
	for i := 0; ; i++ {
		switch {
		case i == 2:
			continue
		case i > 3:
			break outer
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
}
