package main

import (
	"fmt"
	"strconv"
)

type Meters float64
type Feet float64
type Grade rune
type Raw []byte

func (m Meters) Feet() Feet { return Feet(m * 3.28084) }

func main() {
	fmt.Printf("%.2f %T\n", Meters(10).Feet(), Meters(1).Feet())
	x := 300
	fmt.Println(uint8(x), int8(x), float32(x)/7, string(rune(x)), strconv.Itoa(x)+"!")
	r := Raw("héy")
	r[0] = 'H'
	fmt.Println(string(r), len(r), []rune(string(r)), Grade('A')+1, string(Grade('A'+1)))
	f := 2.7
	i, u := int(f), uint(f)
	fmt.Println(i, u, -i/2, float64(i)/2, i/2*2 == i, int64(f*10)%4)
	var b byte = 250
	for range 3 {
		b += 3
	}
	fmt.Println(b, ^b, b>>1, int(b)<<4)
	n, err := strconv.ParseInt("-7f", 16, 16)
	m, err2 := strconv.Atoi("12a")
	fmt.Println(n, err, m, err2)
	any1 := []any{int8(1), uint8(1), 1, 1.0, "1", '1', byte('1')}
	for _, a := range any1 {
		fmt.Printf("%T=%v ", a, a)
	}
	fmt.Println(any1[2] == any1[0], any1[1] == any1[6], any1[4] == "1")
	type celsius = float64
	var c celsius = 3
	fmt.Println(f+c, [2]int([]int{7, 8})[1])
}
