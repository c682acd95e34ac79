package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

type Celsius float64
type Name string
type Flags uint8
type Point struct{ X, Y int }
type inner struct {
	a int
	b string
}
type Outer struct {
	P   Point
	Q   *Point
	in  inner
	M   map[string]Celsius
	S   []Name
	F   func()
	E   error
	I   any
	D   time.Duration
	d   time.Duration
	Arr [2]bool
	C   chan int
	Fl  Flags
}
type Str struct{ v int }

func (s Str) String() string { return fmt.Sprint("Str:", s.v) }

type PStr struct{ v int }

func (s *PStr) String() string { return fmt.Sprint("PStr:", s.v) }

type Go struct{ v int }

func (g Go) GoString() string { return "Go!" }

type Fm struct{ v int }

func (f Fm) Format(s fmt.State, verb rune) {
	w, ok := s.Width()
	fmt.Fprintf(s, "Fm[%c %d %v %t]", verb, w, ok, s.Flag('+'))
}

type hidden struct {
	s Str
	S Str
	e error
}

func main() {
	o := Outer{P: Point{1, 2}, in: inner{3, "x"}, M: map[string]Celsius{"b": 2.5, "a": 1}, S: []Name{"n"}, E: errors.New("err"), I: Point{5, 6}, D: time.Second, d: time.Second}
	fmt.Printf("%v\n%+v\n", o, o)
	fmt.Printf("%#v\n", o.P)
	fmt.Printf("%#v %#v %#v %#v %#v\n", o.M, o.S, o.in, o.Fl, o.Arr)
	fmt.Printf("%T %T %T %T %T %T\n", o, &o, o.M, o.S, o.in, []*Outer{})
	fmt.Printf("%v %d %s %q %x %6.2f|%8v|%-8v|\n", Celsius(1.5), Flags(7), Name("nm"), Name("q"), Name("hex"), Celsius(3.14159), Flags(3), Name("ab"))
	fmt.Println(Str{1}, &Str{2}, []Str{{3}}, map[Str]Str{{4}: {5}}, struct{ S Str }{Str{6}})
	fmt.Println(PStr{1}, &PStr{2}, []*PStr{{3}}[0])
	fmt.Printf("%s %d %v %+v %#v %q\n", Str{1}, Str{1}, Str{1}, Str{1}, Str{1}, Str{1})
	fmt.Printf("%v %#v %#v\n", Go{1}, Go{1}, []Go{{2}})
	fmt.Printf("%v %+8d %s\n", Fm{1}, Fm{1}, []Fm{{2}})
	fmt.Printf("%v %+v\n", hidden{Str{1}, Str{2}, nil}, hidden{})
	fmt.Printf("%d %s %v\n", Point{1, 2}, Point{1, 2}, &Point{1, 2})
	fmt.Printf("%5d|%-5d|%05d|%x\n", Point{1, 2}, Point{1, 2}, Point{1, 2}, Point{10, 20})
	fmt.Printf("%v %v %+v\n", []any{1, "a", nil, Point{}, Str{1}}, map[string]any{"k": Str{2}}, &[]Point{{1, 2}})
	var np *Point
	var ns fmt.Stringer
	fmt.Println(np, ns, np == nil)
	fmt.Printf("%v %+v %T %T\n", np, ns, np, ns)
	fmt.Printf("%!|%z|%d\n", 1)
	fmt.Printf("%d %d\n", Point{}, "x")
	fmt.Printf("%[2]T %[1]T %T\n", Point{}, Str{})
	fmt.Fprintln(os.Stdout, Name("x"), Celsius(2))
	fmt.Println(fmt.Sprint(Point{1, 2}, Point{3, 4}, "a", "b", 1, 2, Name("c")))
	fmt.Printf("%t %v %08b %c %U\n", true, 'x', Flags(5), Flags(65), rune('é'))
}
