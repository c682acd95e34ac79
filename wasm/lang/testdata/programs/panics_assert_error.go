package main

import (
	"fmt"
)

type E struct{}

func (E) Error() string { return "" }

func main() {
	var e error = fmt.Errorf("x")
	fmt.Println(e.(E))
}
