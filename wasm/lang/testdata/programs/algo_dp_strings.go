package main

import (
	"fmt"
	"strings"
)

func levenshtein(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	prev := make([]int, len(rb)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, ca := range ra {
		cur := make([]int, len(rb)+1)
		cur[0] = i + 1
		for j, cb := range rb {
			cost := 1
			if ca == cb {
				cost = 0
			}
			cur[j+1] = min(cur[j]+1, prev[j+1]+1, prev[j]+cost)
		}
		prev = cur
	}
	return prev[len(rb)]
}

func lcs(a, b string) string {
	memo := map[[2]int]string{}
	var f func(i, j int) string
	f = func(i, j int) (s string) {
		if i == len(a) || j == len(b) {
			return ""
		}
		if v, ok := memo[[2]int{i, j}]; ok {
			return v
		}
		defer func() { memo[[2]int{i, j}] = s }()
		if a[i] == b[j] {
			return a[i:i+1] + f(i+1, j+1)
		}
		x, y := f(i+1, j), f(i, j+1)
		if len(x) >= len(y) {
			return x
		}
		return y
	}
	return f(0, 0)
}

func change(coins []int, total int) int {
	ways := make([]int, total+1)
	ways[0] = 1
	for _, c := range coins {
		for t := c; t <= total; t++ {
			ways[t] += ways[t-c]
		}
	}
	return ways[total]
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.v; n -= r.v {
			b.WriteString(r.s)
		}
	}
	return b.String()
}

func wrap(text string, width int) (lines []string) {
	line := ""
	for _, w := range strings.Fields(text) {
		switch {
		case line == "":
			line = w
		case len(line)+1+len(w) <= width:
			line += " " + w
		default:
			lines = append(lines, line)
			line = w
		}
	}
	return append(lines, line)
}

func main() {
	fmt.Println(levenshtein("kitten", "sitting"), levenshtein("für", "fur"), levenshtein("", "abc"))
	fmt.Println(lcs("AGGTAB", "GXTXAYB"))
	fmt.Println(change([]int{1, 2, 5, 10}, 27))
	fmt.Println(roman(1994), roman(3888), roman(4))
	for i, l := range wrap("the quick brown fox jumps over the lazy dog and runs", 16) {
		fmt.Printf("%2d|%-16s|%16s|\n", i, l, l)
	}
}
