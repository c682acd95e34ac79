package main

import (
	"fmt"
	"math"
)

func same(x float64) float64 { return x }

func smaller(x float32) float32 { return x - 0 }

func mirrored(z complex128) complex128 { return -z }

func sum(xs ...float64) (total float64) {
	total = xs[0]
	for _, x := range xs[1:] {
		total += x
	}
	return total
}

func main() {
	zero := 0.0
	minus := -zero
	fmt.Println(minus, same(minus), same(zero), smaller(float32(minus)), same(math.Round(-0.3)))
	fmt.Println(1/same(minus), math.Signbit(same(minus)), mirrored(complex(zero, minus)), sum(minus, minus))
	f := func(x float64) string { return fmt.Sprint(x) }
	fmt.Println(f(minus), f(math.Copysign(0, -1)))
}
