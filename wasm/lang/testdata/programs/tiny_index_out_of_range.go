package main

import (
	"fmt"
)

type window struct {
	data []int
	at   int
}

func (w *window) next() int {
	w.at++
	return w.data[w.at]
}

func main() {
	w := &window{data: []int{1, 2, 3}}
	for {
		fmt.Println(w.next())
	}
}
