package main

import "fmt"

type Bank struct {
	accounts map[string]*Account
	name     string
}
type Account struct {
	bank    *Bank
	owner   *Person
	balance int
}
type Person struct {
	name     string
	accounts []*Account
	friends  map[*Person]bool
	parent   *Person
}

func (b *Bank) Open(p *Person) *Account {
	a := &Account{bank: b, owner: p}
	if b.accounts == nil {
		b.accounts = make(map[string]*Account)
	}
	b.accounts[p.name] = a
	p.accounts = append(p.accounts, a)
	return a
}

type Element struct {
	next, prev *Element
	list       *List
	Value      any
}
type List struct {
	root Element
	len  int
}

func (l *List) Init() *List { l.root.next = &l.root; l.root.prev = &l.root; l.len = 0; return l }
func (l *List) PushBack(v any) *Element {
	e := &Element{Value: v, list: l}
	at := l.root.prev
	e.prev = at
	e.next = at.next
	e.prev.next = e
	e.next.prev = e
	l.len++
	return e
}
func (l *List) Remove(e *Element) {
	if e.list == l {
		e.prev.next = e.next
		e.next.prev = e.prev
		e.list = nil
		l.len--
	}
}

type Graph struct{ nodes []*Vertex }
type Vertex struct {
	id    int
	edges []Edge
	g     *Graph
}
type Edge struct {
	to     *Vertex
	weight int
}

type Expr interface{ Eval(env Env) int }
type Env map[string]int
type Num int
type Var string
type Bin struct {
	op   byte
	l, r Expr
}

func (n Num) Eval(Env) int   { return int(n) }
func (v Var) Eval(e Env) int { return e[string(v)] }
func (b Bin) Eval(e Env) int {
	x, y := b.l.Eval(e), b.r.Eval(e)
	switch b.op {
	case '+':
		return x + y
	case '*':
		return x * y
	}
	panic("bad op " + string(b.op))
}

func main() {
	b := &Bank{name: "b"}
	p := &Person{name: "ann"}
	a := b.Open(p)
	a.balance += 50
	fmt.Println(a.bank.name, a.owner.name, b.accounts["ann"].balance, p.accounts[0] == a, a.bank == b)
	p.friends = map[*Person]bool{p: true}
	p.parent = &Person{name: "par"}
	p.parent.friends = map[*Person]bool{}
	p.parent.friends[p] = true
	fmt.Println(p.friends[p], len(p.parent.friends), p.parent.parent == nil)
	l := new(List).Init()
	l.PushBack(1)
	e := l.PushBack("two")
	l.PushBack(3.0)
	l.Remove(e)
	for e := l.root.next; e != &l.root; e = e.next {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.len, e.list == nil)
	g := &Graph{}
	for i := range 3 {
		g.nodes = append(g.nodes, &Vertex{id: i, g: g})
	}
	for _, v := range g.nodes {
		v.edges = append(v.edges, Edge{g.nodes[(v.id+1)%3], v.id * 10})
	}
	sum := 0
	for v, n := g.nodes[0], 0; n < 7; n++ {
		sum += v.edges[0].weight
		v = v.edges[0].to
	}
	fmt.Println(sum, g.nodes[1].g == g)
	var x Expr = Bin{'+', Num(1), Bin{'*', Var("x"), Num(4)}}
	fmt.Println(x.Eval(Env{"x": 5}), x)
}
