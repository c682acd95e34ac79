package main

import (
	"fmt"
	"slices"
)

func bubble(s []int) (swaps int) {
	for i := range s {
		sorted := true
		for j := 0; j < len(s)-1-i; j++ {
			if s[j] > s[j+1] {
				s[j], s[j+1] = s[j+1], s[j]
				swaps++
				sorted = false
			}
		}
		if sorted {
			break
		}
	}
	return
}

func insertion[T any](s []T, less func(a, b T) bool) {
	for i := 1; i < len(s); i++ {
		for j := i; j > 0 && less(s[j], s[j-1]); j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}

func binary(s []int, v int) (int, bool) {
	lo, hi := 0, len(s)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch {
		case s[mid] == v:
			return mid, true
		case s[mid] < v:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return lo, false
}

func main() {
	s := []int{5, 2, 9, 1, 5}
	t := slices.Clone(s)
	fmt.Println(bubble(s), s, bubble(s))
	insertion(t, func(a, b int) bool { return a > b })
	fmt.Println(t, slices.Equal(s, t))
	fmt.Println(binary(s, 9))
	fmt.Println(binary(s, 3))
	w := []string{"pear", "fig", "apple"}
	insertion(w, func(a, b string) bool { return len(a) < len(b) })
	fmt.Println(w)
	count := [10]int{}
	for _, v := range s {
		count[v]++
	}
	for v, n := range count {
		for ; n > 0; n-- {
			fmt.Print(v, " ")
		}
	}
	fmt.Println()
}
