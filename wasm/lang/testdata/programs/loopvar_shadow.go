package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		i := i * i
		fs = append(fs, func() int { i++; return i })
		{
			i := "inner"
			_ = i
		}
	}
	x := 1
	if x := x + 1; x > 1 {
		x := x * 100
		fs = append(fs, func() int { return x })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println(x)
}
