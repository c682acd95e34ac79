package main

import (
	"fmt"
)

type A struct{}
type B struct{}
type I interface{ M() }

func (A) M() {}
func (B) M() {}

func main() {
	var i I = A{}
	fmt.Println(i.(B))
}
