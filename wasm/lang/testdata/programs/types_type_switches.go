package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ w, h float64 }
type Circle struct{ r float64 }

func (r Rect) Area() float64         { return r.w * r.h }
func (r Rect) Perimeter() float64    { return 2 * (r.w + r.h) }
func (c *Circle) Area() float64      { return 3 * c.r * c.r }
func (c *Circle) Perimeter() float64 { return 6 * c.r }
func (r Rect) String() string        { return "rect" }

type ID int
type Alias = int

func classify(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case ID:
		return fmt.Sprintf("id %d", x+1)
	case float64:
		return fmt.Sprintf("float %g", x*2)
	case string:
		return "string " + strings.ToUpper(x)
	case []int:
		return fmt.Sprint("ints ", len(x))
	case []any:
		parts := []string{}
		for _, e := range x {
			parts = append(parts, classify(e))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		return fmt.Sprint("map ", len(x))
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case Shape:
		return fmt.Sprintf("shape %.1f", x.Area())
	case func(int) int:
		return fmt.Sprint("func ", x(4))
	case chan int:
		return fmt.Sprint("chan ", cap(x))
	case *int:
		return fmt.Sprint("pointer to ", *x)
	case struct{ X int }:
		return fmt.Sprint("anonymous ", x.X)
	case [2]bool:
		return fmt.Sprint("array ", x[1])
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	n := 5
	for _, v := range []any{nil, 1, int64(2), ID(3), Alias(4), 2.5, "s", []int{1}, []any{1, "a", nil}, map[string]any{}, errors.New("e"), io.EOF, Rect{1, 2}, &Circle{1}, func(x int) int { return x * x }, make(chan int, 3), &n, struct{ X int }{8}, [2]bool{true}, uint8(1), Circle{1}, [3]int{}} {
		fmt.Println(classify(v))
	}
	var s Shape = Rect{3, 4}
	if r, ok := s.(Rect); ok {
		r.w = 100
		fmt.Println(r.Area(), s.Area())
	}
	_, ok := s.(fmt.Stringer)
	_, ok2 := s.(*Circle)
	_, ok3 := s.(interface{ Volume() float64 })
	fmt.Println(ok, ok2, ok3)
	switch s := s.(type) {
	case interface{ Area() float64 }:
		fmt.Println("has area", s.Area())
	}
	switch s.(type) {
	case *Circle:
		fmt.Println("circle")
	case Rect:
		fmt.Println("rect")
	}
	var r io.Reader = strings.NewReader("abc")
	if w, ok := r.(io.WriterTo); ok {
		var sb strings.Builder
		n, err := w.WriteTo(&sb)
		fmt.Println(n, err, sb.String())
	}
}
