package main

import (
	"fmt"
	"time"
)

const (
	huge    = 1 << 70
	third   = 1.0 / 3
	letter  = 'a' + 1
	word    = "go" + "pher"
	timeout = 3 * time.Second
	flag    = huge > 1e20 && len(word) == 6
)

type Bytes float64

const (
	_        = iota
	KB Bytes = 1 << (10 * iota)
	MB
)

func (b Bytes) String() string {
	switch {
	case b >= MB:
		return fmt.Sprintf("%.2fMB", b/MB)
	case b >= KB:
		return fmt.Sprintf("%.2fKB", b/KB)
	}
	return fmt.Sprintf("%.0fB", b)
}

func half(f float64) float64      { return f / 2 }
func wait(d time.Duration) string { return d.String() }

func main() {
	fmt.Println(huge>>68, third*3 == 1, letter, string(rune(letter)), word, timeout, flag)
	fmt.Println(half(3), wait(1500), wait(2*time.Minute+30*time.Second), timeout/2, timeout.Seconds()*2)
	fmt.Println(Bytes(10), KB*3/2, MB, Bytes(5e6))
	var f float32 = 1 / 3.0
	var d time.Duration = 10
	n := 4
	fmt.Println(f, d*time.Millisecond, time.Duration(n)*time.Second, 7/2, 7/2.0, 1<<n, 2.0*3)
	fmt.Printf("%T %T %T %T %T\n", letter, third, 1<<3, 'x'*2.0, 2i*2i)
	const typed int8 = 100
	var i8 int8 = typed + 27
	fmt.Println(i8, typed/3, -typed, ^typed, 5.0/2, 10%3, 1e3)
	var r rune = 'ä'
	var b byte = 'A' + 2
	fmt.Println(r, b, string(r)+string(rune(b)), len("ä"), "ä"[0])
	x := 0x1F ^ 0b1010 | 0o17&^3
	fmt.Println(x, 1_000_000/1e3, 'a' < 98)
}
