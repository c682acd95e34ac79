package main

import (
	"errors"
	"fmt"
	"os"
)

type P struct {
	X, y int
	S    string
	in   inner
	Ptr  *inner
	Any  any
	F    func()
	C    chan int
	M    map[string]inner
	E    error
}
type inner struct{ A, B float64 }
type E int
type Bytes []byte
type Str string
type Arr [2]E
type Fn func() int
type rec struct {
	v    int
	next *rec
}

func (e E) Error() string { return fmt.Sprintf("E%d", int(e)) }

func main() {
	p := P{1, 2, "s", inner{1, 2.5}, nil, inner{3, 4}, nil, nil, map[string]inner{"b": {1, 1}, "a": {}}, E(4)}
	fmt.Printf("%v\n%+v\n", p, p)
	fmt.Printf("%v %+v %#v %T\n", inner{1, 2}, inner{1, 2}, inner{1, 2}, inner{1, 2})
	fmt.Printf("%v %+v %#v\n", &inner{1, 2}, &inner{1, 2}, &inner{1, 2})
	fmt.Printf("%v %d %s %#v\n", E(3), E(3), E(3), E(3))
	fmt.Printf("%v %s %x %q %#v %d\n", Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"))
	fmt.Printf("%v %s %q %x %#v %T\n", Str("hi"), Str("hi"), Str("hi"), Str("hi"), Str("hi"), Str("hi"))
	fmt.Printf("%v %d %#v %T\n", Arr{1, 2}, Arr{1, 2}, Arr{1, 2}, Arr{})
	fmt.Printf("%#v %#v %#v %#v\n", []inner{{1, 2}}, map[string]E{"k": 1}, []any{1, "a", nil, E(2)}, struct{ A any }{inner{}})
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1, "a", 1.0, 'x', true)
	fmt.Printf("%#v %#v %#v\n", []string(nil), map[int]bool(nil), (*inner)(nil))
	fmt.Printf("%T %T %T %T %T %T\n", p.F, p.C, p.M, p.Any, p.Ptr, Fn(nil))
	fmt.Printf("%T %T %T\n", func(E, ...Str) (inner, error) { return inner{}, nil }, map[E][]*rec{}, struct {
		A E `json:"a"`
		b []Str
	}{})
	fmt.Printf("%v %v\n", rec{1, nil}, []*rec{nil})
	fmt.Printf("%v %v %v\n", []error{E(1), errors.New("x"), nil}, [2]error{}, struct{ E error }{E(5)})
	fmt.Printf("%s|%v|%d\n", []string{"a", "b"}, []any{"a", 1}, []any{"a", 1})
	fmt.Printf("%5t|%-7t|%08.3f|%+.2e|%g|%G\n", true, false, 3.14159, 12345.678, 1e-10, 1e20)
	fmt.Printf("%3d|%-3d|%03d|% d|%+d|%x|%X|%#o|%b\n", 7, 7, 7, 7, 7, -255, 255, 8, -5)
	fmt.Printf("%10.3s|%-10s|%q|%#q|%+q|% x|%#x\n", "abcdef", "ab", "a\"b", "a`b", "é", "hey", "hey")
	fmt.Printf("%c %U %#U %q\n", 0x4E16, 0x4E16, 0x4E16, 0x4E16)
	fmt.Printf("%t %v %p\n", "no", nil, nil)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%!d %z %-\n", 1)
	fmt.Printf("%v %[1]T %[2]T %[1]v %[3]T %[2]s %T\n", E(1), Str("s"), inner{})
	fmt.Printf("%[1]T %[1]d %6.2[2]f %[9]T %[2]T|%T\n", E(1), 2.5)
	fmt.Printf("%[3]d %[1]d %d %[5]d\n", 1, 2, 3)
	fmt.Printf("%.*f %*d %-*d|\n", 2, 3.14159, 6, 42, 4, 7)
	fmt.Printf("%v %v %.1f %v\n", 1+2i, complex64(1), 1.25+3i, []complex128{1})
	fmt.Printf("%6.2f%% %v %v\n", 12.3456, int8(-5), uint8(200))
	fmt.Printf("%x %X %x\n", "hello", []byte{1, 171}, 3.5)
	fmt.Println(1e6, 1e20, 1e21, 123456789.0, 0.000001, 0.0000001, float32(0.1), 100000000.0)
	fmt.Println([]byte("ab"), [3]byte{1, 2, 3}, []rune("ab"), 'a', "a"[0])
	fmt.Print("a", "b", 1, 2, true, "c", 1.5, nil, '\n', "\n")
	fmt.Print(1, 2, "\n")
	fmt.Println(fmt.Sprint(), fmt.Sprint(nil), fmt.Sprint("a", nil, "b"), fmt.Sprintln("x", 1) == "x 1\n")
	fmt.Fprintf(os.Stdout, "%s %s\n", error(E(1)), fmt.Errorf("w: %w", E(2)))
	fmt.Printf("%v %s\n", struct{}{}, struct{ s Str }{"x"})
	fmt.Printf("%s %d %v\n", 42, "str", [3][]int{{1}, nil, {}})
	var np *P
	var ni fmt.Stringer
	fmt.Printf("%v %+v %v %s\n", np, np, ni, ni)
	fmt.Printf("%v %v\n", struct{ a, b any }{nil, 1}, map[any]any{1: nil, "a": 2})
	fmt.Println(&[]int{1}, &map[string]int{"a": 1}, &[2]bool{}, &struct{ P *int }{nil})
}
