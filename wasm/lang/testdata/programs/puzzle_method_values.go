package main

import (
	"fmt"
	"strings"
)

type Counter struct{ n int }

func (c Counter) Value() int     { return c.n }
func (c *Counter) Inc() *Counter { c.n++; return c }

type Op func(a, b int) int

func (op Op) Twice(a, b int) int { return op(op(a, b), b) }

type Valuer interface{ Value() int }

type Named struct {
	Counter
	*strings.Builder
}

func main() {
	c := Counter{1}
	val, inc := c.Value, c.Inc
	inc()
	inc().Inc()
	fmt.Println(val(), c.Value(), c.n)
	f := Counter.Value
	g := (*Counter).Inc
	h := (*Counter).Value
	fmt.Println(f(c), g(&c).n, h(&c))
	add := Op(func(a, b int) int { return a + b })
	fmt.Println(add.Twice(1, 2), Op.Twice(add, 10, 5))
	var v Valuer = c
	get := v.Value
	v = &Counter{99}
	fmt.Println(get(), v.Value(), Valuer.Value(v))
	p := &c
	pv := p.Value
	p.n = 1000
	fmt.Println(pv(), p.Value())
	n := Named{Counter{5}, &strings.Builder{}}
	w := n.WriteString
	w("hello")
	n.Inc()
	n.WriteByte('!')
	fmt.Println(n.String(), n.Len(), n.Value(), Named.Value(n))
	ops := []func() int{n.Value, c.Value, func() int { return 7 }}
	n.n, c.n = 0, 0
	for _, o := range ops {
		fmt.Print(o(), " ")
	}
	fmt.Println()
	defer n.show("deferred")
	n.n = 123
	func() {
		defer (&n).Inc()
		fmt.Println(n.n)
	}()
	fmt.Println(n.n)
	go func(f func() int) {}(n.Value)
	var nilp *Counter
	ok := func() (r any) {
		defer func() { r = recover() }()
		_ = nilp.Value
		return "no panic"
	}()
	fmt.Println(ok)
}

func (n Named) show(s string) { fmt.Println(s, n.n) }
