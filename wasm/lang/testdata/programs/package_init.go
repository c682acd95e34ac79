package main

import "fmt"

var (
	a     = b + 1
	b     = f()
	c, d  = g()
	table = map[string]func(int) int{
		"double": func(x int) int { return x * 2 },
		"square": square,
	}
	defaults = Config{Name: "def", Opts: []string{"x"}}
	counter  int
	next     = func() int { counter++; return counter }
)

type Config struct {
	Name string
	Opts []string
}

func f() int           { fmt.Println("f runs"); return 10 }
func g() (int, string) { return 7, "seven" }
func square(x int) int { return x * x }

func init() { fmt.Println("init 1", a, b); counter = 100 }
func init() { fmt.Println("init 2") }

type Op struct {
	name string
	fn   func(float64, float64) (float64, error)
}

var ops = []Op{
	{"add", func(a, b float64) (float64, error) { return a + b, nil }},
	{"div", func(a, b float64) (float64, error) {
		if b == 0 {
			return 0, fmt.Errorf("divide by zero")
		}
		return a / b, nil
	}},
}

func main() {
	fmt.Println(a, b, c, d, table["double"](4), table["square"](5), defaults, next(), next())
	for _, op := range ops {
		r, err := op.fn(6, 0)
		fmt.Println(op.name, r, err)
	}
	p := &counter
	*p = 5
	fmt.Println(counter)
	func() { counter *= 2 }()
	fmt.Println(counter)
}
