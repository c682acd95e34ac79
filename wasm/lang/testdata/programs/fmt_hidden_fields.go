package main

import (
	"fmt"
	"sync"
	"time"
)

type inner struct {
	d  time.Duration
	ds []time.Duration
	t  *time.Duration
	m  map[string]time.Duration
	mu sync.Mutex
	n  int
	s  string
	a  any
	b  []byte
}

type Outer struct {
	In  inner
	D   time.Duration
	Ds  []time.Duration
	Day time.Weekday
	day time.Weekday
	Any any
	any any
}

type Named []time.Duration
type NMap map[string]time.Month

func main() {
	o := &Outer{In: inner{d: 1, ds: []time.Duration{time.Second}, m: map[string]time.Duration{"k": 5}, a: time.Second, b: []byte("hi")}, D: time.Second, Ds: []time.Duration{1, 2}, Day: 2, day: 2, Any: time.Second, any: time.Minute}
	fmt.Printf("%v\n%+v\n", o, o)
	fmt.Println(*o)
	fmt.Println(Named{time.Second}, NMap{"a": 3})
	fmt.Printf("%v %d %s\n", Named{1}, Named{2}, NMap{"b": 4})
	fmt.Printf("%v %x %s %q\n", []byte("ab"), "ab", []string{"a"}, []string{"b"})
	fmt.Printf("%6.2f|%+d|%x|%X|%o|%b|%e|%g\n", 3.14159, 5, 255, 255, 8, 5, 1234.5, 0.000001)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%v %v %v %v\n", [3]int{1}, [2][]int{{1}, {2, 3}}, struct{}{}, []struct{ X, Y int }{{1, 2}})
	fmt.Printf("%c|%q|%U|%#U\n", 'x', 'y', 'z', '⌘')
	fmt.Printf("%t|%v|%p\n", true, nil, nil)
	fmt.Printf("%s|%v|%d\n", error(nil), error(nil), []any{1, "a", nil})
	fmt.Printf("%08.3f|%+.2e|% d|%x\n", 3.14159, 12345.678, 7, -255)
	fmt.Printf("%5t|%-7t|%q|%#q\n", true, false, `a"b`, "c")
	fmt.Printf("%v|%6v|%-6v|%06d\n", 42, 42, 42, 42)
	fmt.Printf("%T %T %T %T %T\n", 1, "s", 2.5, nil, []any{})
	fmt.Printf("%d%%|%c|%v\n", 50, 65, 'A')
}
