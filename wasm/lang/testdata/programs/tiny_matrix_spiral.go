package main

import (
	"fmt"
)

func spiral(n int) [][]int {
	m := make([][]int, n)
	for i := range m {
		m[i] = make([]int, n)
	}
	r, c, dr, dc := 0, 0, 0, 1
	for k := 1; k <= n*n; k++ {
		m[r][c] = k
		if nr, nc := r+dr, c+dc; nr < 0 || nr == n || nc < 0 || nc == n || m[nr][nc] != 0 {
			dr, dc = dc, -dr
		}
		r, c = r+dr, c+dc
	}
	return m
}

func transpose[T any](m [][]T) [][]T {
	out := make([][]T, len(m[0]))
	for _, row := range m {
		for j, v := range row {
			out[j] = append(out[j], v)
		}
	}
	return out
}

func main() {
	for _, row := range spiral(4) {
		fmt.Println(row)
	}
	fmt.Println(transpose([][]string{{"a", "b"}, {"c", "d"}, {"e", "f"}}))
	tri := [][]int{{1}}
	for i := 1; i < 6; i++ {
		prev, row := tri[i-1], make([]int, i+1)
		row[0], row[i] = 1, 1
		for j := 1; j < i; j++ {
			row[j] = prev[j-1] + prev[j]
		}
		tri = append(tri, row)
	}
	fmt.Println(tri[5], len(tri))
}
