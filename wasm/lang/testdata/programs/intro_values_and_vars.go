package main

import "fmt"

var (
	global       = later * 2
	later        = compute()
	a, b, c      = 1, "two", 3.0
	_            = fmt.Sprint("ignored")
	ptr     *int = &later
	table        = [...]string{2: "c", 0: "a"}
	fn           = func(x int) int { return x + later }
)

func compute() int { return 21 }

func init() { fmt.Println("init 1", global, later) }
func init() { fmt.Println("init 2", fn(1)); later = 5 }

func main() {
	fmt.Println("go"+"lang", 1+1, 7.0/3.0, true && false, true || false, !true)
	fmt.Println(global, later, *ptr, a, b, c, table, len(table), fn(1))
	var zeroI int
	var zeroF float64
	var zeroS string
	var zeroB bool
	var zeroP *int
	var zeroSl []int
	var zeroM map[string]int
	var zeroE error
	var zeroFn func()
	var zeroSt struct {
		A int
		B []string
	}
	fmt.Println(zeroI, zeroF, zeroS == "", zeroB, zeroP, zeroSl, zeroM, zeroE, zeroFn == nil, zeroSt)
	fmt.Printf("%d %f %q %t %v %#v %#v %v %+v %#v\n", zeroI, zeroF, zeroS, zeroB, zeroP, zeroSl, zeroM, zeroE, zeroSt, zeroSt)
	x, y := 1, 2
	x, y = y, x+y
	x, z := 10, "new"
	fmt.Println(x, y, z)
	p := &x
	*p += 5
	pp := &p
	**pp *= 2
	fmt.Println(x, *p == **pp, p == *pp)
	s := new(string)
	*s += "built"
	fmt.Println(*s, len(*s))
	const n = 500000000
	const d = 3e20 / n
	fmt.Println(d, int64(d), 5/2, 5.0/2, 5%2, 1<<10)
	var i8 int8 = -128
	var u16 uint16 = 65535
	u16++
	i8--
	fmt.Println(i8, u16, 'x', "x"[0], string("xyz"[1]))
	type celsius float64
	type fahrenheit float64
	t := celsius(100)
	f := fahrenheit(t*9/5 + 32)
	fmt.Printf("%v %.1f %T %T\n", t, f, t, f)
}
