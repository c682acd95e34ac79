package main

import "fmt"

type board [3][3]rune

func (b board) with(r, c int, v rune) board { b[r][c] = v; return b }
func (b *board) set(r, c int, v rune)       { b[r][c] = v }
func (b board) winner() rune {
	lines := [][3][2]int{{{0, 0}, {1, 1}, {2, 2}}, {{0, 2}, {1, 1}, {2, 0}}}
	for i := range 3 {
		lines = append(lines, [3][2]int{{i, 0}, {i, 1}, {i, 2}}, [3][2]int{{0, i}, {1, i}, {2, i}})
	}
	for _, l := range lines {
		if v := b[l[0][0]][l[0][1]]; v != 0 && v == b[l[1][0]][l[1][1]] && v == b[l[2][0]][l[2][1]] {
			return v
		}
	}
	return '-'
}

func sum(a [2][3]int) (t int) {
	for i := range a {
		for j := range a[i] {
			t += a[i][j]
			a[i][j] = 0
		}
	}
	return
}

func main() {
	var b board
	c := b.with(0, 0, 'x').with(1, 1, 'x')
	c.set(2, 2, 'x')
	fmt.Println(string(b.winner()), string(c.winner()), b == board{}, c != b)
	a := [2][3]int{{1, 2, 3}, {4, 5}}
	fmt.Println(sum(a), a, len(a), len(a[0]))
	p := &a[1]
	p[2] = 60
	row := a[1]
	row[0] = -1
	s := a[0][1:]
	s[0] = 99
	fmt.Println(a, row, s, cap(s))
	deep := [2][2][2]string{{{"a"}}}
	deep[1][1][1] = "z"
	fmt.Printf("%q\n", deep)
	idx := [...]string{3: "d", 1: "b"}
	fmt.Println(len(idx), idx[0] == "", idx)
	cmp := map[[2]int]string{{1, 2}: "x"}
	fmt.Println(cmp[[2]int{1, 2}], cmp[[...]int{2, 1}] == "")
}
