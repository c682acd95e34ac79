package main

import (
	"fmt"
	"math"
	"sort"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ W, H float64 }
type Circle struct{ R float64 }
type Square struct{ Rect }
type Scaled struct {
	Shape
	by float64
}

func (r Rect) Area() float64        { return r.W * r.H }
func (r Rect) Perimeter() float64   { return 2 * (r.W + r.H) }
func (c Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c Circle) Perimeter() float64 { return 2 * math.Pi * c.R }
func (s Scaled) Area() float64      { return s.Shape.Area() * s.by * s.by }
func (s Square) String() string     { return fmt.Sprintf("square %g", s.W) }

type byArea []Shape

func (b byArea) Len() int           { return len(b) }
func (b byArea) Less(i, j int) bool { return b[i].Area() < b[j].Area() }
func (b byArea) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	shapes := []Shape{Rect{3, 4}, Circle{1}, Square{Rect{2, 2}}, Scaled{Circle{1}, 3}, &Rect{1, 1}}
	sort.Sort(byArea(shapes))
	for _, s := range shapes {
		fmt.Printf("%T %.2f %.2f\n", s, s.Area(), s.Perimeter())
	}
	fmt.Println(shapes[0].(*Rect).W, shapes[2])
	fmt.Printf("%v %+v\n", shapes[1], shapes[3])
	total := 0.0
	for _, s := range shapes {
		switch s := s.(type) {
		case Rect, *Rect:
			total += s.Area()
		case Square:
			total += s.W * 1000
		}
	}
	fmt.Println(total)
}
