package main

import (
	"fmt"
)

func main() {
	panic(fmt.Errorf("wrapped %d", 3))
}
