package main

import "fmt"

type Counter struct{ n int }

func (c *Counter) Inc()         { c.n++ }
func (c Counter) Get() int      { return c.n }
func (c Counter) Add(k int) int { return c.n + k }

type Greeter interface{ Greet(string) string }
type En struct{ name string }

func (e En) Greet(s string) string { return "hello " + s + " from " + e.name }

type Fn func(int) int

func (f Fn) Twice(x int) int { return f(f(x)) }

type Outer struct {
	Counter
	*En
	label string
}

func main() {
	c := Counter{}
	inc, get := c.Inc, c.Get
	inc()
	inc()
	fmt.Println(c.n, get(), c.Get())
	fmt.Println(Counter.Add(c, 5), (*Counter).Get(&c))
	f := (*Counter).Inc
	f(&c)
	fmt.Println(c.n)
	var g Greeter = En{"en"}
	greet := g.Greet
	g = En{"other"}
	fmt.Println(greet("x"), Greeter.Greet(g, "y"))
	fmt.Println(Fn(func(x int) int { return x * 3 }).Twice(2))
	o := Outer{Counter{1}, &En{"emb"}, "l"}
	o.Inc()
	h := o.Inc
	h()
	fmt.Println(o.n, o.Counter.n, o.Get(), o.Greet("z"))
	g = o
	fmt.Println(g.Greet("iface"))
	g = &o
	fmt.Println(g.Greet("ptr"))
}
