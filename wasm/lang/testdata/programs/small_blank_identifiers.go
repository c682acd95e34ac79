package main

import (
	"fmt"
	_ "strings"
)

type T struct {
	_ int
	A int
	_ string
}

type I interface{ M(int, string) bool }

func (T) M(_ int, _ string) bool { return true }

var _ I = T{}
var _, b = two()

func two() (int, int)           { fmt.Println("two"); return 1, 2 }
func ignore(_ int, _ ...string) {}
func named(_ int) (_ string, err error) {
	return "n", nil
}

func main() {
	_ = T{A: 1}
	_, c := two()
	_, _ = two()
	ignore(1, "a")
	s, _ := named(1)
	fmt.Println(b, c, s, T{A: 2} == T{A: 2}, T{}.M(0, ""))
	for range []int{1, 2} {
		fmt.Print("x")
	}
	for _, v := range map[int]string{1: "v"} {
		fmt.Print(v)
	}
	var arr [2]int
	for _ = range arr {
		fmt.Print(".")
	}
	m := map[string]int{"k": 1}
	_, ok := m["k"]
	_ = m["none"]
	switch _, ok2 := any(m).(int); {
	case ok && !ok2:
		fmt.Println("fine")
	}
	fmt.Printf("%+v\n", T{A: 3})
}
