package main

import "fmt"

type T struct{ n int }

func (t T) show()   { fmt.Println("T", t.n) }
func (t *T) pshow() { fmt.Println("*T", t.n) }

func main() {
	x := 1
	defer fmt.Println("deferred x", x)
	t := T{1}
	defer t.show()
	defer t.pshow()
	f := func(s string) { fmt.Println("f", s) }
	s := "first"
	defer f(s)
	s = "second"
	f = func(s string) { fmt.Println("other f", s) }
	x, t.n = 2, 2
	for i := range 3 {
		defer func(n int) { fmt.Print(n, i, " ") }(i * 10)
	}
	m := t.show
	t.n = 3
	m()
}
