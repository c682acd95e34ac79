package main

import (
	"fmt"
)

type UF struct {
	parent, rank []int
	sets         int
}

func NewUF(n int) *UF {
	u := &UF{make([]int, n), make([]int, n), n}
	for i := range u.parent {
		u.parent[i] = i
	}
	return u
}

func (u *UF) Find(x int) int {
	for u.parent[x] != x {
		u.parent[x] = u.parent[u.parent[x]]
		x = u.parent[x]
	}
	return x
}

func (u *UF) Union(a, b int) bool {
	a, b = u.Find(a), u.Find(b)
	if a == b {
		return false
	}
	if u.rank[a] < u.rank[b] {
		a, b = b, a
	}
	u.parent[b] = a
	if u.rank[a] == u.rank[b] {
		u.rank[a]++
	}
	u.sets--
	return true
}

func islands(grid []string) int {
	w := len(grid[0])
	u := NewUF(len(grid) * w)
	water := 0
	for r, row := range grid {
		for c := range row {
			if row[c] == '.' {
				water++
				continue
			}
			if c > 0 && row[c-1] == '#' {
				u.Union(r*w+c, r*w+c-1)
			}
			if r > 0 && grid[r-1][c] == '#' {
				u.Union(r*w+c, (r-1)*w+c)
			}
		}
	}
	return u.sets - water
}

func main() {
	u := NewUF(6)
	fmt.Println(u.Union(0, 1), u.Union(1, 2), u.Union(0, 2), u.sets, u.Find(2) == u.Find(0))
	fmt.Println(islands([]string{"##..#", "#..##", "..#..", "##..#"}))
}
