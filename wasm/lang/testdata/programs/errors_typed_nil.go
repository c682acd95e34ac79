package main

import (
	"fmt"
	"io"
)

type T struct{}

func (t *T) Read(p []byte) (int, error) { return 0, io.EOF }
func (t *T) Hi() string {
	if t == nil {
		return "nil T"
	}
	return "T"
}

type Hier interface{ Hi() string }

func get(ok bool) *T {
	if ok {
		return &T{}
	}
	return nil
}

func main() {
	var h Hier
	fmt.Println(h == nil)
	h = get(false)
	fmt.Println(h == nil, h.Hi())
	var r io.Reader = get(false)
	fmt.Println(r == nil, r != nil)
	var a any = r
	fmt.Println(a == nil, a == (*T)(nil))
	_, ok := a.(Hier)
	fmt.Println(ok)
	var e error
	fmt.Println(e == nil, a.(*T) == nil)
	defer func() { fmt.Println(recover()) }()
	h = nil
	h.Hi()
}
