package main

import (
	"fmt"
	"math/cmplx"
)

type signal []complex128

func (s signal) energy() (e float64) {
	for _, v := range s {
		e += real(v)*real(v) + imag(v)*imag(v)
	}
	return
}

func main() {
	a, b := 1+2i, complex(3, -1)
	fmt.Println(a+b, a*b, a/b, -a, a == complex(1, 2), real(b), imag(b))
	var c complex64 = complex64(a)
	c *= 2i
	fmt.Println(c, cmplx.Abs(3+4i), cmplx.Conj(a))
	fmt.Printf("%v %.2f %T %T\n", a, b, c, real(c))
	fmt.Println(signal{a, b}.energy(), signal{1i})
	z, n := 0i, 0
	for ; cmplx.Abs(z) < 2 && n < 50; n++ {
		z = z*z + (0.4 + 0.4i)
	}
	fmt.Println(n)
}
