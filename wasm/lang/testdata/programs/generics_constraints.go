package main

import (
	"fmt"
	"strconv"
)

type Stringer interface{ String() string }

type ID int

func (i ID) String() string { return "#" + strconv.Itoa(int(i)) }

func Join[T Stringer](xs []T) (s string) {
	for _, x := range xs {
		s += x.String() + ","
	}
	return
}

type Shape interface {
	Area() float64
	comparable
}

type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }

func Index[T Shape](xs []T, x T) int {
	for i, v := range xs {
		if v == x {
			return i
		}
	}
	return -1
}

type Setter[T any] interface {
	Set(string)
	*T
}

type Val struct{ s string }

func (v *Val) Set(s string) { v.s = s }

func Build[T any, P Setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		p := P(&out[i])
		p.Set(s)
	}
	return out
}

type IntOrString interface{ int | string }

func Describe[T IntOrString](v T) string {
	switch x := any(v).(type) {
	case int:
		return "int " + strconv.Itoa(x)
	case string:
		return "string " + x
	}
	return "?"
}

type Numeric interface {
	~int8 | ~int16 | ~int32 | ~int | ~float32 | ~float64
}

func Conv[A, B Numeric](a A) B { return B(a) }

type Bytes interface{ ~string | ~[]byte }

func Len[T Bytes](b T) int { return len(b) }

func First[S ~[]E, E any](s S) E { return s[0] }

func main() {
	fmt.Println(Join([]ID{1, 2}))
	fmt.Println(Index([]Sq{{1}, {2}}, Sq{2}), Sq{3}.Area())
	fmt.Println(Build[Val]([]string{"a", "b"}))
	fmt.Println(Describe(3), Describe("x"))
	fmt.Println(Conv[float64, int](3.9), Conv[int, int8](300), Conv[int, float32](2))
	fmt.Println(Len("héllo"), Len([]byte{1, 2}))
	fmt.Println(First([]string{"q"}))
}
