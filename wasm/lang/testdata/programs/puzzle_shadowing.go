package main

import (
	"fmt"
	"strconv"
)

var x = "package"

type T struct{ x int }

func (x T) get() int { return x.x }

func f(x int) (y int) {
	if x := x * 2; x > 5 {
		y = x
	} else if x := x + 100; x > 101 {
		y = x
	} else {
		y = -x
	}
	return y + x
}

func main() {
	fmt.Println(x)
	x := 1
	fmt.Println(x, T{7}.get())
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(x)
	n, err := strconv.Atoi("12")
	if n, err := strconv.Atoi("zz"); err != nil {
		fmt.Println("inner", n, err)
	}
	m, err := strconv.Atoi("34")
	fmt.Println(n, m, err)
	fmt.Println(f(3), f(1), f(0), f(2))
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Println("int", x)
	case string:
		fmt.Println("string", x)
	}
	len := func(s string) int { return 42 }
	fmt.Println(len("abc"))
	{
		type int string
		var s int = "a string called int"
		fmt.Println(s)
		true := false
		fmt.Println(true, !true)
	}
	string := "shadowed"
	fmt.Println(string, x)
	nil := 5
	fmt.Println(nil)
	var iota = 3
	const c = 2
	fmt.Println(iota + c)
	func() {
		fmt := "not the package"
		_ = fmt
	}()
	append := 1
	print := append + 1
	fmt.Println(append, print)
}
