package main

import "fmt"

func f(n int) (s string) {
	switch n {
	case 1:
		s += "one "
		fallthrough
	default:
		s += "default "
		fallthrough
	case 2:
		s += "two "
	case 3:
		s += "three "
	}
	return s
}

func kind(x any) string {
	switch x.(type) {
	default:
		return "other"
	case int:
		return "int"
	}
}

func pick(c chan int) string {
	select {
	default:
		return "none"
	case v := <-c:
		return fmt.Sprint(v)
	}
}

func main() {
	for n := range 5 {
		fmt.Println(n, f(n))
	}
	c := make(chan int, 1)
	fmt.Println(kind(1), kind("s"), pick(c))
	c <- 4
	fmt.Println(pick(c))
}
