package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

func (d Weekday) String() string {
	switch d {
	case Sunday:
		return "Sun"
	case Monday:
		return "Mon"
	}
	return fmt.Sprintf("Day%d", int(d))
}

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

type Flags uint8

const (
	Read Flags = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

func (f Flags) String() string {
	s := ""
	for i, n := range []string{"r", "w", "x"} {
		if f&(1<<i) != 0 {
			s += n
		} else {
			s += "-"
		}
	}
	return s
}

const big = 1 << 100
const typed int64 = big >> 98
const ratio = 2.0 / 3
const name, size = "const" + "ant", len("constant")

const (
	p = "same"
	q
	r = iota
	s
)

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday)
	fmt.Printf("%d %v %s %x %q\n", Thursday, Thursday, Thursday, Thursday, Monday)
	fmt.Println(KB, MB, GB)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(Read, Write|Exec, All, All&^Write, Flags(0))
	fmt.Println(typed, big/(1<<97), name, size)
	fmt.Println(ratio, float32(ratio), int(ratio*3))
	fmt.Println(p, q, r, s)
	var f32 float32 = 1 << 3
	var shift uint = 3
	var i8 = int8(1) << shift
	fmt.Println(f32, i8, 1<<shift == 8, 'a'+1, string(rune('a'+1)))
	days := map[Weekday][]Weekday{Sunday: {Monday, Tuesday}}
	fmt.Println(days)
	fmt.Printf("%v %+v %#v\n", days, struct{ D Weekday }{3}, Flags(5))
	const huge = 1e30
	fmt.Println(huge/1e28, 07, 0b101, 0x_ff, 1_000, 'x', 0x1p-2)
}
