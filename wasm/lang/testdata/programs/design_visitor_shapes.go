package main

import (
	"fmt"
	"math"
)

type Visitor[R any] interface {
	Circle(r float64) R
	Square(s float64) R
	Group(name string, parts []R) R
}

type Shape interface{ isShape() }
type circle float64
type square struct{ side float64 }
type group struct {
	name  string
	parts []Shape
}

func (circle) isShape()  {}
func (*square) isShape() {}
func (group) isShape()   {}

func Visit[R any](s Shape, v Visitor[R]) R {
	switch s := s.(type) {
	case circle:
		return v.Circle(float64(s))
	case *square:
		return v.Square(s.side)
	case group:
		rs := make([]R, 0, len(s.parts))
		for _, p := range s.parts {
			rs = append(rs, Visit(p, v))
		}
		return v.Group(s.name, rs)
	default:
		panic(fmt.Sprintf("unknown shape %T", s))
	}
}

type area struct{}

func (area) Circle(r float64) float64 { return math.Pi * r * r }
func (area) Square(s float64) float64 { return s * s }
func (area) Group(_ string, parts []float64) (sum float64) {
	for _, p := range parts {
		sum += p
	}
	return
}

type printer struct{ depth int }

func (p *printer) Circle(r float64) string { p.depth++; return fmt.Sprintf("circle(%g)", r) }
func (p *printer) Square(s float64) string { p.depth++; return fmt.Sprintf("square(%g)", s) }
func (p *printer) Group(n string, parts []string) string {
	return fmt.Sprintf("%s%v#%d", n, parts, p.depth)
}

func main() {
	g := group{"all", []Shape{circle(1), &square{2}, group{"inner", []Shape{circle(0.5)}}, group{name: "empty"}}}
	fmt.Printf("%.3f\n", Visit[float64](g, area{}))
	fmt.Println(Visit[string](g, &printer{}))
	fmt.Println(g.parts[0] == Shape(circle(1)), g.parts[1] == Shape(&square{2}))
	defer func() { fmt.Println(recover()) }()
	Visit[float64](nil, area{})
}
