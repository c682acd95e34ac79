package main

import "fmt"

func queens(n int) (count int, first []int) {
	cols, d1, d2 := make([]bool, n), make([]bool, 2*n), make([]bool, 2*n)
	place := make([]int, n)
	var try func(r int)
	try = func(r int) {
		if r == n {
			if count == 0 {
				first = append(first, place...)
			}
			count++
			return
		}
		for c := 0; c < n; c++ {
			if cols[c] || d1[r+c] || d2[r-c+n] {
				continue
			}
			cols[c], d1[r+c], d2[r-c+n] = true, true, true
			place[r] = c
			try(r + 1)
			cols[c], d1[r+c], d2[r-c+n] = false, false, false
		}
	}
	try(0)
	return
}

func permutations[T any](s []T) <-chan []T {
	out := make(chan []T)
	go func() {
		defer close(out)
		var rec func(int)
		rec = func(k int) {
			if k == len(s) {
				out <- append([]T{}, s...)
				return
			}
			for i := k; i < len(s); i++ {
				s[k], s[i] = s[i], s[k]
				rec(k + 1)
				s[k], s[i] = s[i], s[k]
			}
		}
		rec(0)
	}()
	return out
}

func subsets(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for mask := range 1 << len(s) {
			sub := ""
			for i := range len(s) {
				if mask>>i&1 == 1 {
					sub += s[i : i+1]
				}
			}
			if !yield(sub) {
				return
			}
		}
	}
}

func hanoi(n int, a, b, c string, move func(from, to string)) {
	if n == 0 {
		return
	}
	hanoi(n-1, a, c, b, move)
	move(a, c)
	hanoi(n-1, b, a, c, move)
}

func main() {
	fmt.Println(queens(6))
	for p := range permutations([]string{"a", "b", "c"}) {
		fmt.Print(p, " ")
	}
	fmt.Println()
	for s := range subsets("xyz") {
		fmt.Printf("%q ", s)
	}
	fmt.Println()
	moves := 0
	hanoi(5, "A", "B", "C", func(f, t string) {
		if moves++; moves <= 3 {
			fmt.Print(f, "->", t, " ")
		}
	})
	fmt.Println(moves)
}
