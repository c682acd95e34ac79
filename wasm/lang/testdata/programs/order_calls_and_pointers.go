package main

import "fmt"

type T struct {
	n    int
	s    []int
	m    map[string]int
	next *T
}

func (t *T) inc() int      { t.n++; return t.n }
func (t *T) push(v int) *T { t.s = append(t.s, v); t.s[0] = v; return t }
func (t *T) set(v int) int { t.m["k"] = v; return v }
func (t T) value() int     { return t.n }

func bump(s []int) int      { s[0] += 10; return s[0] }
func bumpArr(a *[2]int) int { a[1] += 5; return a[1] }
func replace(p *T) int      { *p = T{n: 99}; return 1 }

func results(t *T) (int, int, T) { return t.n, t.inc(), *t }

func main() {
	t := &T{n: 1, s: []int{1}, m: map[string]int{"k": 1}}
	fmt.Println(t.n, t.inc(), t.n, t.inc())
	fmt.Println(t.s[0], len(t.push(7).s), t.s[0])
	fmt.Println(t.m["k"], t.set(5), t.m["k"])
}

func init() {
	s := []int{1, 2}
	fmt.Println(s[0], bump(s), s[0])
	a := [2]int{1, 2}
	p := &a
	fmt.Println(p[1], bumpArr(p), p[1], *p)
	t := &T{n: 3}
	x := t.n + t.inc()
	y := t.n*100 + t.inc()*10 + t.n
	fmt.Println(x, y)
	u := t.n - replace(t)
	fmt.Println(u, t.n)
	fmt.Println(results(&T{n: 4}))
	list := []int{t.n, t.inc(), t.n}
	fmt.Println(list)
	pair := struct{ a, b int }{t.n, t.inc()}
	fmt.Println(pair)
	m := map[int]int{t.n: t.inc()}
	fmt.Println(m)
	b, c := t.n, t.inc()
	fmt.Println(b, c)
	t.n = t.n + t.inc()
	fmt.Println(t.n)
	t.n += t.inc()
	fmt.Println(t.n)
	s[0], s[1] = bump(s), s[0]
	fmt.Println(s)
	s[bump(s)%2] = s[0]
	fmt.Println(s)
	if t.n == t.inc() || t.n < 0 {
		fmt.Println("read late")
	}
	t.next = &T{n: 1}
	fmt.Println(t.next.n, t.next.inc(), fmt.Sprint(t.next.n, t.next.inc()))
}
