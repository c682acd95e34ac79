package main

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ w, h float64 }
type Circle struct{ r float64 }
type Sq struct{ Rect }

func (r Rect) Area() float64         { return r.w * r.h }
func (r Rect) Perimeter() float64    { return 2 * (r.w + r.h) }
func (c *Circle) Area() float64      { return 3 * c.r * c.r }
func (c *Circle) Perimeter() float64 { return 6 * c.r }
func (c *Circle) String() string     { return "circle" }

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("int-ish %v", v)
	case string:
		return "string " + v
	case []int:
		return fmt.Sprint("ints ", len(v))
	case []any:
		return fmt.Sprint("anys ", len(v))
	case map[string]int:
		return fmt.Sprint("map ", v["k"])
	case func() int:
		return fmt.Sprint("func ", v())
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case Shape:
		return fmt.Sprint("shape ", v.Area())
	case []Shape:
		return fmt.Sprint("shapes ", len(v))
	case *int:
		return fmt.Sprint("*int ", *v)
	case chan int:
		return fmt.Sprint("chan ", cap(v))
	case struct{ X int }:
		return fmt.Sprint("anon ", v.X)
	case bool:
		if v {
			return "true"
		}
	}
	return fmt.Sprintf("other %T", x)
}

func main() {
	n := 5
	for _, x := range []any{nil, 1, int64(2), "s", []int{1}, []any{1, 2}, map[string]int{"k": 3},
		func() int { return 9 }, errors.New("e"), io.EOF, &Circle{1}, Rect{1, 2}, Sq{Rect{2, 2}}, []Shape{nil},
		&n, make(chan int, 3), struct{ X int }{4}, true, false, 2.5, Circle{}, uint8(1), &strings.Builder{}} {
		fmt.Println(kind(x))
	}
	shapes := []Shape{Rect{3, 1}, &Circle{1}, Sq{Rect{2, 2}}}
	sort.Slice(shapes, func(i, j int) bool { return shapes[i].Area() < shapes[j].Area() })
	for _, s := range shapes {
		switch s := s.(type) {
		case Rect:
			fmt.Print("rect ", s.w)
		case *Circle:
			s.r++
			fmt.Print("circle ", s.r)
		default:
			fmt.Printf("%T", s)
		}
		if st, ok := s.(fmt.Stringer); ok {
			fmt.Print(" ", st)
		}
		fmt.Println()
	}
	total := 0.0
	areas := map[string]Shape{"a": Rect{1, 1}, "b": shapes[2]}
	for _, s := range areas {
		total += s.Area()
	}
	fmt.Println(total > 1)
}
