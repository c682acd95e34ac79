package main

import "fmt"

var total int

func add(n int) int { total += n; return total }

func main() {
	x := 1
	bump := func() int { x *= 10; return x }
	y, z := x, bump()
	fmt.Println(y, z)
	fmt.Println(bump()+x, total, add(5))
	total += add(3)
	fmt.Println(total, add(1)+total)
	xs := []int{1, 2, 3}
	i := 0
	next := func() int { i++; return i }
	xs[next()] = next() * 10
	xs[0], xs[next()%3] = next(), i
	fmt.Println(xs, i)
	m := map[int]int{}
	m[next()] = len(m)
	m[next()]++
	fmt.Println(m)
	if next() > 5 && i < 100 || add(1) > 0 {
		fmt.Println(i, total)
	}
}
