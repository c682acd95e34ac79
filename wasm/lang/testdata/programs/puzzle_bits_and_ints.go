package main

import (
	"fmt"
	"math"
	"math/bits"
)

type Bitset uint64

func (b *Bitset) Set(i uint)     { *b |= 1 << i }
func (b *Bitset) Clear(i uint)   { *b &^= 1 << i }
func (b Bitset) Has(i uint) bool { return b&(1<<i) != 0 }
func (b Bitset) Each(f func(uint)) {
	for b != 0 {
		i := uint(bits.TrailingZeros64(uint64(b)))
		f(i)
		b &= b - 1
	}
}

func main() {
	var b Bitset
	for _, i := range []uint{1, 5, 63, 5} {
		b.Set(i)
	}
	b.Clear(1)
	b.Each(func(i uint) { fmt.Print(i, " ") })
	fmt.Println(b.Has(5), b.Has(1), bits.OnesCount64(uint64(b)))
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = 127
	i8++
	fmt.Println(u8, i8, -i8, ^u8, uint8(1)<<7, i8/-1)
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7%-3, 7>>1, -7>>1, 7&^5, 6^3)
	x := -1
	fmt.Println(uint32(x), uint8(x), int64(int32(math.MaxInt32)), uint16(70000&0xffff))
	big := int64(math.MaxInt64)
	big++
	fmt.Println(big == math.MinInt64, uint64(math.MaxUint64))
	f := 3.99
	fmt.Println(int(f), int(-f), math.Round(-2.5), math.Trunc(2.7), math.Floor(-0.5))
	fmt.Printf("%08b %o %x %X %#x %b\n", 37, 64, 255, 255, 255, -5)
	fmt.Println(math.Inf(1), -math.Inf(1), math.NaN(), math.NaN() == math.NaN(), 1/math.Inf(-1))
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2), 1e100, 1e-7, 123456789.0, 1e20, 1e21)
	fmt.Println(bits.Reverse8(1), bits.Len(255), bits.RotateLeft8(0x81, 1), bits.LeadingZeros16(1))
	var c complex128 = complex(1, 2)
	fmt.Println(c*c, real(c), imag(c), c == 1+2i)
	var r rune = 'a'
	var by byte = 'b'
	fmt.Println(r+1, by+1, r < 'b', string(r)+string(rune(by)))
	fmt.Println(1<<3|1, 10&6|1, 2+3<<1, ^0, -5&0xff)
	hi, lo := bits.Mul64(1<<63, 4)
	fmt.Println(hi, lo)
	var sh uint = 70
	fmt.Println(1<<(sh-65), uint32(1)<<sh, int32(-8)>>sh)
	a, bb := 12, 18
	for bb != 0 {
		a, bb = bb, a%bb
	}
	fmt.Println(a, math.Sqrt(2), math.Pow(2, 10), math.Mod(7, 3), math.Hypot(3, 4))
}
