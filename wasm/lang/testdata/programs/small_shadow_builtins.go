package main

import "fmt"

type error interface{ Error() string }
type e string

func (x e) Error() string { return string(x) }

func max(a, b int) int { return a*100 + b }
func println(s string) { fmt.Println("mine:", s) }

func fail() error { return e("own error") }

func main() {
	fmt.Println(max(1, 2), min(4, 3))
	println("hello")
	fmt.Println(fail(), fail() == error(e("own error")))
	make := func(n int) []int { return append([]int{}, n) }
	fmt.Println(make(3))
	type int float64
	var x int = 2.5
	fmt.Printf("%v %T\n", x*2, x)
	cap, copy := "cap", 'c'
	fmt.Println(cap, copy)
	new := map[string]bool{"new": true}
	fmt.Println(new["new"])
	any := 3
	fmt.Println(any + 1)
	recover := func() string { return "not recovered" }
	defer func() { fmt.Println(recover()) }()
	var panic func(string)
	panic = func(s string) { fmt.Println("calm", s) }
	panic("down")
}
