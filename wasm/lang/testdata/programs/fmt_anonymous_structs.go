package main

import "fmt"

func main() {
	p := struct {
		Name string
		age  int
	}{"x", 3}
	fmt.Println(p)
	fmt.Printf("%v %+v %T\n", p, p, p)
	tests := []struct {
		in   string
		want int
	}{{"a", 1}, {"b", 2}}
	for _, tt := range tests {
		fmt.Println(tt.in, tt.want)
	}
	fmt.Printf("%v %+v\n", tests, tests)
	m := map[struct{ x, y int }]string{{1, 2}: "p"}
	fmt.Println(m[struct{ x, y int }{1, 2}], m)
	fmt.Printf("%#v\n", p)
	var e struct{}
	fmt.Printf("%v %T %d\n", e, e, len([]struct{}{e, e}))
}
