package main

import (
	"fmt"
	"io"
)

func main() {
	panic(fmt.Errorf("reading: %w", io.EOF))
}
