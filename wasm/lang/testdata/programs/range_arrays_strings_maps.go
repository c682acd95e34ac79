package main

import (
	"fmt"
	"sort"
)

func main() {
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 100
		fmt.Print(i, v, " ")
	}
	for i, v := range &a {
		a[2] = 7
		fmt.Print(i, v, " ")
	}
	for i, r := range "héé\xff!" {
		fmt.Print(i, ":", string(r), " ")
	}
	for i := range "abc" {
		fmt.Print(i)
	}
	m := map[int]string{3: "c", 1: "a", 2: "b"}
	var ks []int
	for k := range m {
		ks = append(ks, k)
	}
	sort.Ints(ks)
	for k := range m {
		delete(m, k)
	}
	fmt.Println(ks, len(m))
	var grid [2][3]int
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = i*3 + j
		}
	}
	fmt.Println(grid)
	for i := range len(grid) {
		fmt.Print(i)
	}
	fmt.Println()
}
