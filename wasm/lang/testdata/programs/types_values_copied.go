package main

import "fmt"

type P struct {
	x  int
	a  [3]int
	s  []int
	in struct{ y int }
}

func change(p P)          { p.x = 100; p.a[0] = 100; p.s[0] = 100; p.in.y = 100 }
func (p P) with(n int) P  { p.x = n; return p }
func arr(a [3]int) [3]int { a[1] = 7; return a }

type Matrix [2][2]int

func main() {
	p := P{1, [3]int{1, 2, 3}, []int{1, 2}, struct{ y int }{5}}
	q := p
	q.x, q.a[0], q.in.y = 2, 9, 6
	change(p)
	fmt.Println(p, q, p.with(50).x, p.x)
	a := [3]int{1, 2, 3}
	b := a
	b[0] = 100
	fmt.Println(a, b, arr(a), a, a == [3]int{1, 2, 3}, a != b)
	var i any = a
	a[0] = 55
	fmt.Println(i, a)
	m := map[string]P{"k": p}
	v := m["k"]
	v.x = 77
	fmt.Println(m["k"].x, v.x)
	ps := []P{p, q}
	for _, e := range ps {
		e.x = 1000
	}
	for i := range ps {
		ps[i].x += 5
	}
	fmt.Println(ps[0].x, ps[1].x)
	mat := Matrix{{1, 2}, {3, 4}}
	mat2 := mat
	mat2[0][0] = 9
	fmt.Println(mat, mat2)
	ptr := &ps[0]
	ptr.x = -1
	ps = append(ps, P{})
	ptr.x = -2
	fmt.Println(ps[0].x)
	c := make(chan P, 1)
	c <- p
	p.x = 31337
	fmt.Println((<-c).x)
	s1 := []int{1, 2, 3, 4}
	s2 := s1[1:3]
	s2 = append(s2, 99)
	fmt.Println(s1, s2, len(s2), cap(s2))
	s3 := s1[:2:2]
	s3 = append(s3, 5)
	fmt.Println(s1, s3)
	copy(s1[1:], s1)
	fmt.Println(s1)
	pp := &p
	r := *pp
	r.x = 0
	fmt.Println(pp.x)
	arrp := &a
	arrp[2]++
	for i := range arrp {
		arrp[i] *= 2
	}
	fmt.Println(a, len(arrp))
	func(x [3]int) { x[0] = 0 }(a)
	f := func() P { return p }
	g := f()
	g.x = 1
	fmt.Println(f().x == 31337, a)
}
