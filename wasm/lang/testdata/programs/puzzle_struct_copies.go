package main

import "fmt"

type Inner struct{ vals [2]int }
type Outer struct {
	in  Inner
	ptr *Inner
	sl  []Inner
	m   map[string]Inner
}

func byValue(o Outer) Outer {
	o.in.vals[0] = 100
	o.ptr.vals[0] = 100
	o.sl[0].vals[0] = 100
	o.m["k"] = Inner{[2]int{100}}
	o.sl = append(o.sl, Inner{})
	return o
}

func (o Outer) mutate()   { o.in.vals[1] = -1 }
func (o *Outer) pmutate() { o.in.vals[1] = -1 }

type T struct {
	n    int
	self *T
}

func main() {
	o := Outer{Inner{}, &Inner{}, []Inner{{}}, map[string]Inner{}}
	r := byValue(o)
	fmt.Println(o.in, *o.ptr, o.sl, o.m, len(r.sl), r.in)
	o.mutate()
	fmt.Println(o.in)
	o.pmutate()
	fmt.Println(o.in)
	a := [2]Inner{}
	b := a
	b[0].vals[1] = 5
	pa := &a
	pa[1].vals[0] = 7
	fmt.Println(a, b, *pa == a)
	ch := make(chan Inner, 1)
	v := Inner{[2]int{1, 2}}
	ch <- v
	v.vals[0] = 99
	fmt.Println(<-ch, v)
	var i any = v
	v.vals[1] = 77
	w := i.(Inner)
	w.vals[0] = 0
	fmt.Println(i, v, w)
	f := func() Inner { return v }
	got := f()
	got.vals[0] = -5
	fmt.Println(f(), got)
	sl := []Inner{v}
	e := sl[0]
	e.vals[0] = 1
	p := &sl[0]
	p.vals[0] = 2
	sl = append(sl, Inner{}, Inner{}, Inner{})
	p.vals[0] = 3
	fmt.Println(sl[0], e, *p)
	x := T{n: 1}
	x.self = &x
	y := x
	y.n = 2
	fmt.Println(y.self.n, x.n, y.self.self == y.self)
	m := map[string]*T{"a": {n: 1}}
	m["a"].n++
	c := *m["a"]
	c.n = 50
	fmt.Println(m["a"].n, c.n)
	z, q := T{n: 1}, T{n: 2}
	z, q = q, z
	fmt.Println(z.n, q.n)
	pz, pq := &z, &q
	*pz, *pq = *pq, *pz
	fmt.Println(z.n, q.n)
	arr := [3]T{{n: 1}, {n: 2}, {n: 3}}
	for i, t := range arr {
		t.n *= 10
		arr[i].n += t.n
	}
	fmt.Println(arr[0].n, arr[1].n, arr[2].n)
	ss := []struct{ a, b int }{{1, 2}, {3, 4}}
	for i := range ss {
		ss[i].a, ss[i].b = ss[i].b, ss[i].a
	}
	fmt.Println(ss)
	type key struct {
		a string
		b [2]int
	}
	mk := map[key]int{{"x", [2]int{1, 2}}: 1}
	k := key{"x", [2]int{1, 2}}
	mk[k]++
	k.b[0] = 9
	mk[k]++
	fmt.Println(mk[key{"x", [2]int{1, 2}}], len(mk))
	fn := struct{ f func(int) int }{func(i int) int { return i + v.vals[1] }}
	g := fn
	v.vals[1] = 1
	fmt.Println(g.f(1), fn.f(2))
}
