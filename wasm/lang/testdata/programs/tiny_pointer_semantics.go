package main

import (
	"fmt"
)

type cfg struct {
	n    int
	opts *opts
	list []int
	m    map[string]int
}
type opts struct{ deep bool }

func change(c cfg)      { c.n = 1; c.opts.deep = true; c.list[0] = 9; c.m["x"] = 1 }
func changeP(c *cfg)    { c.n = 2; c.list = append(c.list, 3); c.opts = &opts{} }
func newInt(v int) *int { return &v }
func grow(s *[]int)     { *s = append(*s, len(*s)) }
func nilSafe(p *cfg) string {
	if p == nil {
		return "nil"
	}
	return fmt.Sprint(p.n)
}

func main() {
	c := cfg{opts: &opts{}, list: make([]int, 1, 5), m: map[string]int{}}
	change(c)
	fmt.Println(c.n, c.opts.deep, c.list, c.m)
	changeP(&c)
	fmt.Println(c.n, c.opts.deep, c.list)
	d := c
	d.list[0] = -1
	d.list = append(d.list, 7)
	e := append(c.list, 8)
	fmt.Println(c.list, d.list, e)
	a, b := newInt(3), newInt(3)
	fmt.Println(*a == *b, a == b, nilSafe(nil), nilSafe(&c))
	var s []int
	for range 4 {
		grow(&s)
	}
	pp := &a
	**pp = 10
	*pp = b
	fmt.Println(s, *a, a == b)
	arr := [3]*int{a, b, new(int)}
	for _, p := range arr {
		*p++
	}
	fmt.Println(*arr[0], *arr[2])
	fn := func(p *cfg) func() int { return func() int { p.n++; return p.n } }(&c)
	fn()
	fmt.Println(fn(), c.n, d.n)
	st := &struct{ in struct{ v int } }{}
	v := &st.in.v
	*v = 5
	cp := *st
	*v = 6
	fmt.Println(cp.in.v, st.in.v)
}
