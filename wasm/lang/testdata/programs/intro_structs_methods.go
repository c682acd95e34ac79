package main

import "fmt"

type Vertex struct{ X, Y float64 }

func (v Vertex) Scaled(f float64) Vertex { v.X *= f; v.Y *= f; return v }
func (v *Vertex) Scale(f float64)        { v.X *= f; v.Y *= f }

type Named struct {
	Name string
	Vertex
	tags []string
	next *Named
}

func newNamed(n string) *Named { return &Named{Name: n, Vertex: Vertex{1, 2}} }

type Celsius float64

func (c Celsius) F() float64 { return float64(c)*9/5 + 32 }

type IntSlice []int

func (s IntSlice) Sum() (t int) {
	for _, v := range s {
		t += v
	}
	return
}
func (s *IntSlice) Add(v int) { *s = append(*s, v) }

type Table map[string]int

func (t Table) Inc(k string) Table { t[k]++; return t }

type Func func(int) int

func (f Func) Apply(n int) int { return f(n) }

func main() {
	v := Vertex{3, 4}
	w := v
	w.X = 100
	fmt.Println(v, w, v == Vertex{3, 4}, v == w)
	v.Scale(2)
	(&v).Scale(2)
	fmt.Println(v, v.Scaled(0.5), v)
	p := &v
	p.X = 1
	fmt.Println(*p, p.Scaled(3), v.X)
	n := newNamed("n")
	n.Scale(10)
	n.next = newNamed("m")
	n.next.X = -1
	fmt.Println(n.Name, n.X, n.Vertex, n.next.Name, n.next.next == nil)
	fmt.Printf("%v %+v\n", *n.next, *n.next)
	fmt.Printf("%#v %T\n", v, n)
	anon := struct {
		ID   int
		Tags []string
	}{1, []string{"a"}}
	fmt.Printf("%v %+v %#v %T\n", anon, anon, anon, anon)
	fmt.Println(Celsius(100).F())
	var s IntSlice
	s.Add(1)
	s.Add(41)
	fmt.Println(s, s.Sum(), IntSlice{1, 2}.Sum(), len(s))
	fmt.Println(Table{}.Inc("a").Inc("a").Inc("b"))
	fmt.Println(Func(func(n int) int { return n * n }).Apply(7))
	points := []Vertex{{1, 2}, {3, 4}}
	for _, p := range points {
		p.X = 0
	}
	for i := range points {
		points[i].Y = 9
	}
	ptrs := []*Vertex{{5, 6}, &points[0]}
	for _, p := range ptrs {
		p.X++
	}
	fmt.Println(points, *ptrs[0], *ptrs[1])
	m := map[string]Vertex{"a": {1, 1}}
	c := m["a"]
	c.X = 50
	fmt.Println(m, c)
	arr := [2]Vertex{}
	arr[1].Scale(0)
	arr[0] = Vertex{Y: 1}
	brr := arr
	brr[0].Y = 2
	fmt.Println(arr, brr, arr != brr)
	type T struct {
		A int
		B *T
	}
	t := T{1, &T{2, nil}}
	t.B.B = &t
	fmt.Println(t.B.B.B.A)
}
