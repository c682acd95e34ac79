package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Numeric interface {
	~int | ~int8 | ~int32 | ~float32 | ~float64
}

type Stringish interface {
	~string
	Len() int
}

type Name string

func (n Name) Len() int { return len(n) }

func Total[S Stringish](xs ...S) (n int) {
	for _, x := range xs {
		n += x.Len() + len(string(x))
	}
	return
}

type Shape interface {
	comparable
	Area() float64
}

type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }

func Largest[T Shape](xs []T) (best T, unique bool) {
	unique = true
	for i, x := range xs {
		switch {
		case i == 0 || x.Area() > best.Area():
			best, unique = x, true
		case x == best:
			unique = false
		}
	}
	return
}

type Setter[T any] interface {
	*T
	Set(string)
}

type Settable int

func (p *Settable) Set(s string) { *p = Settable(len(s)) }

func FromStrings[T any, PT Setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		PT(&out[i]).Set(s)
	}
	return out
}

type Opt[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func None[T any]() Opt[T]    { return Opt[T]{} }
func (o Opt[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}
func (o Opt[T]) String() string {
	if !o.ok {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", o.v)
}

type Result[T any] struct {
	Val T
	Err error
}

func Try[T any](f func() T) (r Result[T]) {
	defer func() {
		if e := recover(); e != nil {
			r.Err = fmt.Errorf("try: %v", e)
		}
	}()
	return Result[T]{Val: f()}
}

type Number[T Numeric] struct{ v T }

func (n Number[T]) Add(o Number[T]) Number[T] { return Number[T]{n.v + o.v} }

func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	ks := make([]K, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	return ks
}

func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for _, x := range xs {
		m[key(x)] = append(m[key(x)], x)
	}
	return m
}

func Ptr[T any](v T) *T { return &v }

func Zero[T any]() (z T) { return }

func Kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case fmt.Stringer:
		return "stringer"
	case []T:
		return "slice of T?"
	}
	return fmt.Sprintf("%T", v)
}

type Vec[T any] = []T
type Celsius float64
type Dict map[string]int

func main() {
	fmt.Println(Total(Name("ab"), Name("c")))
	fmt.Println(Largest([]Sq{{1}, {3}, {2}, {3}}))
	fmt.Println(FromStrings[Settable]([]string{"a", "bbb"}))
	fmt.Println(Some(3), None[string](), Some("x").OrElse("y"), None[int]().OrElse(9), []Opt[int]{Some(1), None[int]()})
	fmt.Println(Try(func() int { return 1 }), Try(func() string { var p *Sq; return fmt.Sprint(p.s) }))
	fmt.Println(Number[Celsius]{1.5}.Add(Number[Celsius]{2}))
	fmt.Println(Keys(Dict{"b": 1, "a": 2}), Keys(map[float64]bool{2: true, 1: false}))
	g := GroupBy(strings.Fields("apple avocado banana blueberry cherry"), func(s string) byte { return s[0] })
	fmt.Println(g['a'], g['b'], len(g['z']), len(g))
	p := Ptr(5)
	*p++
	fmt.Println(*p, *Ptr("s"), Zero[int](), Zero[*int]() == nil, Zero[[2]string](), Zero[error]() == nil)
	fmt.Println(Kind(1), Kind("a"), Kind(Some(1)), Kind(2.5), Kind([]int{}), Kind(Celsius(1)), Kind(Sq{}))
	var v Vec[int] = []int{1, 2}
	fmt.Printf("%v %T %T %T\n", v, v, Some(v), Result[Dict]{})
	f := Ptr[string]
	fmt.Println(*f("inst"))
	fs := []func(int, int) int{min[int], add[int]}
	fmt.Println(fs[0](1, 2), fs[1](1, 2))
	fmt.Println(errors.Is(Try(func() int { panic(errors.New("e")) }).Err, nil))
}

func min[T cmp.Ordered](a, b T) T {
	if a < b {
		return a
	}
	return b
}

func add[T Numeric](a, b T) T { return a + b }
