package main

import (
	"fmt"
)

func main() {
	type node struct {
		next *node
		v    int
	}
	n := &node{}
	fmt.Println(n.next.v)
}
