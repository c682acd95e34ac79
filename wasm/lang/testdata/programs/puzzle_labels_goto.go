package main

import "fmt"

func find(grid [][]int, want int) (r, c int, ok bool) {
search:
	for r = range grid {
		for c = range grid[r] {
			switch {
			case grid[r][c] == want:
				ok = true
				break search
			case grid[r][c] < 0:
				continue search
			}
		}
	}
	return
}

func collatz(n int) (steps int) {
again:
	if n == 1 {
		return
	}
	if n%2 == 0 {
		n /= 2
	} else {
		n = 3*n + 1
	}
	steps++
	goto again
}

func main() {
	g := [][]int{{1, 2, -1, 7}, {3, 4, 5, 6}, {7, 8, 9, 10}}
	fmt.Println(find(g, 5))
	fmt.Println(find(g, 7))
	fmt.Println(find(g, 99))
	fmt.Println(collatz(27))

	c := make(chan int)
	quit := make(chan bool)
	go func() {
		for i := range 5 {
			c <- i
		}
		quit <- true
	}()
loop:
	for {
		select {
		case v := <-c:
			if v == 2 {
				continue loop
			}
			fmt.Println("v", v)
		case <-quit:
			break loop
		}
	}

sw:
	switch x := 3; {
	case x > 2:
		for i := 0; ; i++ {
			if i == 4 {
				break sw
			}
			if i%2 == 1 {
				continue
			}
			fmt.Println("i", i)
		}
		fmt.Println("not reached")
	default:
		fmt.Println("no")
	}
outer:
	for i := range 3 {
		for j := range 3 {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, ";")
		}
	}
	fmt.Println()
	i := 0
start:
	if i < 3 {
		fmt.Print("goto ", i, " ")
		i++
		goto start
	}
	fmt.Println("end")
}
