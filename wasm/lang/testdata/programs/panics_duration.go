package main

import (
	"fmt"
)

func main() {
	panic(fmt.Stringer(nil))
}
