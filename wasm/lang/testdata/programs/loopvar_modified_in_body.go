package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 10; i++ {
		fs = append(fs, func() int { i++; return i })
		i += 2
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	for i := range 5 {
		i *= 2
		fmt.Print(i, " ")
	}
	xs := []int{1, 2, 3}
	for i, x := range xs {
		xs = append(xs, x*10)
		x++
		xs[i] = x
	}
	fmt.Println(xs)
}
