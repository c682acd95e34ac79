package main

import (
	"fmt"
)

func main() {
	type T struct{}
	var x any = T{}
	fmt.Println(x.(*T))
}
