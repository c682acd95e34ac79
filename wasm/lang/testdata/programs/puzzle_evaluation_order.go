package main

import "fmt"

var log []string

func t(s string, n int) int { log = append(log, s); return n }

func flush() { fmt.Println(log); log = nil }

func get() (map[string]int, string) { log = append(log, "get"); return map[string]int{"k": 1}, "k" }

type S struct{ a, b, c int }

func (s S) with(n int) S { log = append(log, fmt.Sprint("with", n)); s.a += n; return s }

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	flush()
	arr := []int{t("x", 0), t("y", 1), t("z", 2)}
	arr[t("i", 1)], arr[t("j", 2)] = t("v", 10), t("w", 20)
	flush()
	fmt.Println(arr)
	_ = S{c: t("c", 1), a: t("a", 2), b: t("b", 3)}
	flush()
	_ = map[int]int{t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
	flush()
	_ = t("l", 0) == 1 && t("r", 1) == 1
	_ = t("l2", 1) == 1 || t("r2", 1) == 1
	flush()
	_ = S{}.with(t("p", 1)).with(t("q", 2))
	flush()
	i := 0
	i, arr[i] = 2, 77
	fmt.Println(i, arr)
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	fmt.Println(a, b, c)
	m, k := get()
	m[k], m["z"] = m["z"], m[k]
	fmt.Println(m)
	flush()
	switch t("tag", 2) {
	case t("one", 1), t("two", 2), t("three", 3):
		log = append(log, "hit")
	case t("four", 4):
	}
	flush()
	func(xs ...int) { fmt.Println(xs) }(t("m", 1), t("n", 2))
	flush()
	p := &S{1, 2, 3}
	p, p.a = nil, 50
	fmt.Println(p == nil)
	x := []int{1, 2, 3}
	j := 0
	j, x[j], x[2] = 1, 2, 9
	fmt.Println(j, x)
	var y int
	y, ok := t("re", 5), true
	fmt.Println(y, ok)
	n := 1
	n += t("plus", n*10)
	n <<= t("shl", 1)
	fmt.Println(n)
}
