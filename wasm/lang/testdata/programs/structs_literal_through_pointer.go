package main

import "fmt"

type A struct {
	s string
	n int
}

func set(p *A) { *p = A{"x", 1} }

func cells(fail bool) (a A) {
	defer func() { recover() }()
	a = A{"y", 2}
	if fail {
		panic(1)
	}
	return A{"z", 3}
}

func arr(p *[2]int) { *p = [2]int{1, 2} }

func sl(p *[]int) { *p = []int{1, 2} }

func mp(p *map[string]int) { *p = map[string]int{"a": 1} }

func main() {
	var a A
	set(&a)
	fmt.Println(a, cells(false), cells(true))
	p := &a
	*p = A{s: "q"}
	fmt.Println(a, *p)
	var r [2]int
	arr(&r)
	var s []int
	sl(&s)
	var m map[string]int
	mp(&m)
	fmt.Println(r, s, m)
	pp := &p
	**pp = A{"pp", 9}
	fmt.Println(a)
	type B struct{ in A }
	var b B
	pb := &b
	pb.in = A{"in", 4}
	fmt.Println(b)
	as := []A{{}, {}}
	as[1] = A{"el", 5}
	ma := map[string]A{}
	ma["k"] = A{"mm", 6}
	fmt.Println(as, ma)
	x, y := A{"1", 1}, A{"2", 2}
	*p, as[0] = y, x
	fmt.Println(*p, as)
}
