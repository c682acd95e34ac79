package main

import "fmt"

type Church func(Church) Church
type Step func(int) (int, Step)
type Visit func(n int, again Visit) int
type Builder struct {
	parts []string
	err   error
	then  func(*Builder) *Builder
}

func (b *Builder) Add(s string) *Builder {
	if b.err != nil {
		return b
	}
	if s == "" {
		b.err = fmt.Errorf("empty part after %d", len(b.parts))
		return b
	}
	b.parts = append(b.parts, s)
	if b.then != nil {
		return b.then(b)
	}
	return b
}

func double(n int) (int, Step) {
	if n > 50 {
		return n, nil
	}
	return n * 2, inc
}

func inc(n int) (int, Step) { return n + 1, double }

type Chain interface {
	Next() Chain
	Value() int
}

type link struct {
	v    int
	next Chain
}

func (l *link) Next() Chain { return l.next }
func (l *link) Value() int  { return l.v }

type Handler interface{ Handle(string, Handler) string }
type HandlerFunc func(string, Handler) string

func (f HandlerFunc) Handle(s string, h Handler) string { return f(s, h) }

func main() {
	n := 1
	for s := Step(double); s != nil; {
		n, s = s(n)
		fmt.Print(n, " ")
	}
	fmt.Println()
	fact := Visit(func(n int, again Visit) int {
		if n == 0 {
			return 1
		}
		return n * again(n-1, again)
	})
	fmt.Println(fact(6, fact))
	id := Church(func(c Church) Church { return c })
	fmt.Println(id(id) != nil, id(nil) == nil)
	b := (&Builder{}).Add("a").Add("b")
	fmt.Println(b.parts, b.err)
	b.then = func(b *Builder) *Builder { b.parts = append(b.parts, "+"); return b }
	fmt.Println(b.Add("c").Add("").Add("d").parts, b.err)
	var c Chain = &link{1, &link{2, &link{v: 3}}}
	sum := 0
	for ; c != nil; c = c.Next() {
		sum += c.Value()
	}
	fmt.Println(sum)
	h := HandlerFunc(func(s string, h Handler) string {
		if len(s) > 5 {
			return s
		}
		return h.Handle(s+"!", h)
	})
	fmt.Println(h.Handle("hi", h))
}
