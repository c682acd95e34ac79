package main

import "fmt"

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func search() (x, y int, err error) {
	defer func() { fmt.Println("search over") }()
outer:
	for i := range seq(5) {
		for j := range seq(5) {
			switch {
			case j == 3:
				continue outer
			case i == 3:
				break outer
			case i*j == 100:
				return i, j, nil
			}
			for k := range 3 {
				if k == 1 {
					continue outer
				}
				if i == 2 {
					x, y = i, j
					return
				}
			}
		}
	}
	return -1, -1, fmt.Errorf("none")
}

func deferred() {
	for i := range seq(3) {
		defer fmt.Println("deferred", i)
	}
	fmt.Println("body over")
}

func nested() int {
	for i := range seq(4) {
		for j := range seq(4) {
			if i+j == 5 {
				return i*10 + j
			}
		}
	}
	return 0
}

func main() {
	fmt.Println(search())
	deferred()
	fmt.Println(nested())
loop:
	for {
		for i := range seq(3) {
			if i == 1 {
				break loop
			}
		}
	}
	for i := 0; i < 3; i++ {
		select {
		default:
			for j := range seq(2) {
				if j == 1 {
					break
				}
				fmt.Print(i, j, " ")
			}
		}
	}
	fmt.Println()
}
