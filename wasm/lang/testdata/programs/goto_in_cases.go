package main

import "fmt"

func steps(x any, c chan int) (out []int) {
	switch v := x.(type) {
	case int:
		n := v
	again:
		out = append(out, n)
		n /= 2
		if n > 0 {
			goto again
		}
	case string:
		i := 0
	next:
		if i < len(v) {
			out = append(out, int(v[i]))
			i++
			goto next
		}
	}
	switch len(out) {
	case 3:
		k := 0
	loop:
		k++
		if k < 4 {
			goto loop
		}
		out = append(out, -k)
		fallthrough
	case 4:
		out = append(out, 0)
	}
	select {
	case v := <-c:
	twice:
		out = append(out, v)
		if v++; v%3 != 0 {
			goto twice
		}
	default:
		out = append(out, 99)
	}
	return
}

func main() {
	c := make(chan int, 1)
	fmt.Println(steps(5, c), steps("ab", c), steps(nil, c))
	c <- 7
	fmt.Println(steps(8, c))
}
