package main

import (
	"errors"
	"fmt"
	"strings"
)

func sum(nums ...int) (total int) {
	fmt.Print(nums, len(nums), nums == nil, " ")
	for _, n := range nums {
		total += n
	}
	return
}

func divmod(a, b int) (q, r int, err error) {
	if b == 0 {
		err = errors.New("b is zero")
		return
	}
	return a / b, a % b, nil
}

func modify(xs ...int) { xs[0] = 99 }

func format(sep string, args ...any) string {
	parts := make([]string, len(args))
	for i, a := range args {
		parts[i] = fmt.Sprintf("%v:%T", a, a)
	}
	return strings.Join(parts, sep)
}

type transform func(string) string

func apply(s string, ts ...transform) string {
	for _, t := range ts {
		s = t(s)
	}
	return s
}

func swap(a, b string) (string, string) { return b, a }
func join(a, b string) string           { return a + "-" + b }
func multi() (int, string, error)       { return 1, "x", nil }

func higher(f func(int, int) int) func(int) func(int) int {
	return func(a int) func(int) int { return func(b int) int { return f(a, b) } }
}

func main() {
	fmt.Println(sum(), sum(1), sum(1, 2, 3), sum([]int{4, 5}...))
	xs := []int{1, 2}
	modify(xs...)
	fmt.Println(xs)
	fmt.Println(divmod(17, 5))
	fmt.Println(divmod(1, 0))
	fmt.Println(join(swap("a", "b")))
	fmt.Println(multi())
	fmt.Println(format("|", 1, "a", nil, 2.5, []int{1}, true))
	fmt.Println(format("|", []any{1, 2}...), format("|", []any{1, 2}), format(","))
	fmt.Println(apply("go", strings.ToUpper, func(s string) string { return s + "!" }, strings.TrimSpace))
	fmt.Println(apply("none"))
	add := higher(func(a, b int) int { return a*10 + b })
	fmt.Println(add(4)(2))
	func() { fmt.Println("called at once") }()
	r := func(n int) (r int) {
		defer func() { r++ }()
		return n * 2
	}(20)
	fmt.Println(r)
	_, q, _ := divmod(9, 4)
	fmt.Println(q)
	fs := map[string]func(...float64) float64{
		"max": func(v ...float64) float64 {
			m := v[0]
			for _, x := range v {
				m = max(m, x)
			}
			return m
		},
		"avg": func(v ...float64) (s float64) {
			for _, x := range v {
				s += x
			}
			return s / float64(len(v))
		},
	}
	fmt.Println(fs["max"](1, 5, 3), fs["avg"](1, 2))
	var rec func(int) string
	rec = func(n int) string {
		if n == 0 {
			return ""
		}
		return rec(n/2) + fmt.Sprint(n%2)
	}
	fmt.Println(rec(10))
}
