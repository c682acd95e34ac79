package main

import (
	"fmt"
	"time"
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

type Bits uint8

const (
	A Bits = 1 << iota
	B
	_
	D
)

const (
	x, y = iota, iota * 10
	z, w
)

const big = 1 << 100
const typed int64 = 5
const str = "con" + "st"
const timeout = 2 * time.Second
const fl = 1.0 / 3
const r = 'a' + 1
const (
	first = "f"
	second
)

type State string

const (
	Open   State = "open"
	Closed State = "closed"
)

func main() {
	fmt.Println(Sunday, Tuesday, Weekday(1), []Weekday{Monday})
	fmt.Printf("%d %v %s %T\n", Tuesday, Tuesday, Tuesday, Tuesday)
	fmt.Println(KB, MB, GB, A|D, B, x, y, z, w, big>>98, typed, str, timeout, fl, r, string(rune(r)), second)
	var b Bits = A | B
	b &^= A
	fmt.Println(b, b&B != 0, Open, Closed == "closed")
	var f32 float32 = 0.1
	fmt.Println(f32, float64(f32), f32*3, fl*3 == 1)
	const local = len("hello") * 2
	fmt.Println(local, 7/2, 7/2.0, -7/2, -7%3, 7&3, 6|1, 5^1, ^5, 1<<3>>1)
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = 127
	i8++
	var u uint = 0
	u--
	fmt.Println(u8, i8, u == 1<<64-1, int32(-1)>>1)
	var i64 int64 = 1 << 62
	fmt.Println(i64*2, i64+i64+i64, uint16(70000&0xffff))
	h := uint32(2166136261)
	for _, c := range []byte("hash") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h, 0x1F, 0b101, 0o17, 1_000_000, 'x', "\u00e9", `raw\n`)
	fmt.Println(5.0, 1e100, 1e-7, 100000000.0, 3.0e20, 1e21, float32(1)/3, complex(1, 2)*complex(0, 1))
	c := 3 + 4i
	fmt.Println(real(c), imag(c), c*c, c == complex(3, 4))
	n := 10
	sh := uint(3)
	fmt.Println(n<<sh, n>>1, 1<<sh, int64(1)<<40, n<<70)
}
