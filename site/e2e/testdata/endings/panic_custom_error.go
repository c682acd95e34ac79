package main

import "fmt"

type Missing struct {
	What string
	Line int
}

func (m Missing) Error() string { return fmt.Sprintf("%s is missing in line %d", m.What, m.Line) }

func main() {
	panic(Missing{"key", 3})
}
