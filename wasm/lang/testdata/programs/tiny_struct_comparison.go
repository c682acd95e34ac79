package main

import (
	"fmt"
)

type P struct {
	x, y int
	tag  any
}
type Q struct {
	P
	arr [2]string
	f   *int
}

func main() {
	a, b := P{1, 2, "t"}, P{1, 2, "t"}
	fmt.Println(a == b, a == P{1, 2, 't'}, &a == &b, any(a) == any(b))
	n := 1
	q, r := Q{a, [2]string{"a"}, &n}, Q{b, [2]string{"a", ""}, &n}
	fmt.Println(q == r, q != r)
	r.f = new(int)
	fmt.Println(q == r)
	set := map[Q]bool{q: true}
	fmt.Println(set[Q{b, [2]string{"a"}, &n}], set[r])
	ifaces := []any{1, 1.0, "1", a, q, [1]int{1}, nil, true}
	same := 0
	for i := range ifaces {
		for j := range ifaces {
			if ifaces[i] == ifaces[j] {
				same++
			}
		}
	}
	fmt.Println(same)
	defer func() { fmt.Println(recover()) }()
	fmt.Println(P{tag: []int{1}} == P{tag: []int{1}})
}
