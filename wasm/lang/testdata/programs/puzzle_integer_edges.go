package main

import (
	"fmt"
	"math"
)

type small int8
type mask uint16

func wrap(x small) (small, small) { return x + 1, -x }

func main() {
	var i8 int8 = math.MaxInt8
	var u8 uint8
	var i32 int32 = math.MinInt32
	var u32 uint32 = 1 << 31
	var i64 int64 = math.MaxInt64
	var u64 uint64
	i8++
	u8--
	i64++
	u64--
	fmt.Println(i8, u8, -i32, i32-1, u32*2, u32<<1, i64, u64, i32/-1)
	fmt.Println(wrap(127))
	fmt.Println(wrap(-128))
	var m mask = 0xFFFF
	fmt.Println(m+1, m<<4, m>>4, ^m, m&^0xF, -m, m*m)
	x, y := 17, -5
	fmt.Println(x/y, x%y, y/x, y%x, -x/y, -x%y, x&y, x|y, x^y, x&^y, y>>1, uint8(y)>>1)
	for _, s := range []uint{0, 1, 7, 8, 31, 32, 63, 64, 100} {
		fmt.Print(int8(1)<<s, uint8(255)>>s, int32(-1)>>s, int64(1)<<s, " ")
	}
	fmt.Println()
	fmt.Println(uint8(300&0xff), int8(u8), uint16(i8), int(u32), uint32(1<<32-1), int32(u32))
	f := 1e10
	fmt.Println(int64(f), int32(int64(f)), float32(f), uint8(int(f)), float32(16777217))
	var r rune = 'é'
	var b byte = byte(r)
	fmt.Println(r, b, string(r), r > 200, 'a'*2, "x"+string(rune(0x1F600)))
	c := 5
	c += c << 1
	c ^= 3
	c %= 7
	c &^= 1
	c |= 8
	c <<= 2
	c >>= 1
	c *= -1
	c -= 1
	c /= 2
	fmt.Println(c)
	const big = 1 << 62
	fmt.Println(big>>60, big*2-1+big*2 > 0, uint64(big)*2)
	fmt.Println(math.MaxInt, math.MinInt64, uint64(math.MaxUint64), math.MaxUint32)
	fmt.Println(0.1+0.2 == 0.3, float32(0.1) == 0.1, 1/3.0, float32(1)/3, 2.5e-8, math.Float64bits(1.5), math.SmallestNonzeroFloat64)
	z := 0.0
	fmt.Println(1/z, -1/z, z/z == z/z, math.IsNaN(z/z), -z, math.Signbit(-z), int(f), int(-f))
	var arr [256]int
	for i := range arr {
		arr[uint8(i*7)]++
	}
	fmt.Println(arr[0], arr[255], len(arr))
	var w uint32 = 0xDEADBEEF
	fmt.Printf("%x %x %x %08b\n", w>>16, w<<8, byte(w), w&0xF)
	h := uint32(2166136261)
	for _, ch := range []byte("hash me") {
		h = (h ^ uint32(ch)) * 16777619
	}
	fmt.Println(h)
}
