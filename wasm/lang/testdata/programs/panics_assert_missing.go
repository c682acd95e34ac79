package main

import (
	"fmt"
)

type A struct{}
type I interface{ M() }

func main() {
	var i any = A{}
	fmt.Println(i.(I))
}
