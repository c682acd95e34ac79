package main

import (
	"fmt"
	"strings"
)

type Grid [6][6]bool

func parse(s string) (g Grid) {
	for r, line := range strings.Split(strings.TrimSpace(s), "\n") {
		for c, ch := range line {
			g[r][c] = ch == '#'
		}
	}
	return
}

func (g Grid) next() (n Grid) {
	for r := range g {
		for c := range g[r] {
			count := 0
			for dr := -1; dr <= 1; dr++ {
				for dc := -1; dc <= 1; dc++ {
					if (dr != 0 || dc != 0) && g[(r+dr+6)%6][(c+dc+6)%6] {
						count++
					}
				}
			}
			n[r][c] = count == 3 || count == 2 && g[r][c]
		}
	}
	return
}

func (g Grid) String() string {
	var b strings.Builder
	for _, row := range g {
		for _, alive := range row {
			b.WriteByte(map[bool]byte{true: '#', false: '.'}[alive])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func main() {
	g := parse(".#....\n..#...\n###...\n......\n......\n......")
	start := g
	seen := map[Grid]int{}
	for gen := 0; ; gen++ {
		if first, ok := seen[g]; ok {
			fmt.Println("cycle from", first, "of length", gen-first, g == start)
			break
		}
		seen[g] = gen
		if gen < 3 {
			fmt.Println(g)
		}
		g = g.next()
	}
}
