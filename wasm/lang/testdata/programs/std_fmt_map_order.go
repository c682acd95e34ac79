package main

import (
	"errors"
	"fmt"
)

type Day int
type Name string
type Point struct{ X, Y int }
type F float64
type On bool
type Key [2]Name

func (d Day) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

type bad struct{ n int }

func (b bad) String() string { panic(fmt.Sprint("bad ", b.n)) }

type nilly struct{ n int }

func (n *nilly) String() string { return fmt.Sprint("n", n.n) }

type errT struct{}

func (*errT) Error() string { return "errT" }

type both struct{}

func (both) Error() string  { return "as error" }
func (both) String() string { return "as string" }

type width struct{ a, b float64 }

func main() {
	fmt.Println(map[Day]string{2: "c", 0: "a", 1: "b"})
	fmt.Println(map[Name]int{"z": 1, "a": 2}, map[Point]bool{{2, 1}: true, {1, 9}: false, {1, 2}: true})
	fmt.Println(map[F]string{2.5: "x", -1: "y"}, map[On]int{true: 1, false: 0}, map[Key]int{{"b", "a"}: 1, {"a", "z"}: 2})
	fmt.Println(map[any]int{"b": 1, 2: 2, "a": 3, 1: 4, 1.5: 5})
	fmt.Printf("%v %+v %#v\n", map[Point]Day{{1, 2}: 1}, map[Point]Day{{1, 2}: 1}, map[Name]Point{"k": {1, 2}})
	fmt.Println(bad{1}, []bad{{2}})
	fmt.Printf("%s|%v|%d\n", bad{3}, &bad{4}, bad{5})
	var np *nilly
	fmt.Printf("%v %s\n", np, np)
	fmt.Println(np, []*nilly{nil}[0] == nil)
	var e *errT
	fmt.Println(e, error(e) == nil, both{}, []both{{}})
	fmt.Printf("%v %s %d %q %x\n", both{}, both{}, both{}, both{}, both{})
	fmt.Printf("%6.2f|%v|%+v\n", width{1.234, 2}, width{1, 2}, width{3, 4})
	fmt.Printf("%03d|%x|%5d|%v\n", []Day{0, 1}, []Name{"hi"}, Point{1, 2}, [2]Day{1, 2})
	fmt.Printf("%q %v %s\n", []Name{"a b", "c"}, Key{"x", "y"}, Key{"x", "y"})
	fmt.Printf("%t %v %5t|\n", On(true), On(false), On(true))
	fmt.Printf("%v %v\n", errors.Join(both{}, &errT{}), fmt.Errorf("%w+%w", both{}, &errT{}))
	fmt.Printf("%-8v|%8v|%-8s|\n", Day(1), Day(2), Name("ab"))
	fmt.Printf("%T %T %T %T\n", Day(1), []Day{}, map[Name]*Point{}, struct{ D Day }{})
	fmt.Println(fmt.Sprint(Name("a"), Name("b"), 1, 2, Day(1), Day(2), "c", F(1)))
	fmt.Printf("%v %+v\n", struct {
		D  Day
		d  Day
		P  *Point
		E  error
		in struct{ n Name }
	}{1, 2, nil, both{}, struct{ n Name }{"q"}}, struct{ D, d Day }{1, 2})
	type pair[A, B any] struct {
		a A
		b B
	}
	fmt.Printf("%v %+v %T\n", pair[Day, Name]{1, "x"}, pair[Day, *int]{2, nil}, pair[Day, []Point]{})
}
