package main

import "fmt"

func f(s string, n int) int { fmt.Print(s, " "); return n }

func pair() (int, string) { return 1, "one" }

func main() {
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)
	xs := []int{0, 1, 2}
	i := 0
	i, xs[i] = 2, 9
	fmt.Println(i, xs)
	xs[0], xs[2] = xs[2], xs[0]
	fmt.Println(xs)
	xs[f("i", 1)] = f("v", 7)
	m := map[string]int{}
	m["a"], m["b"] = f("x", 1), f("y", 2)
	m["c"] += f("c", 3)
	m["c"]++
	fmt.Println(xs, m)
	n, s := pair()
	n, t := 5, s+"!"
	fmt.Println(n, s, t)
	var p struct{ x, y int }
	p.x, p.y = p.y+1, p.x+2
	fmt.Println(p)
	fmt.Println(f("1", 1)+f("2", 2)*f("3", 3), f("4", 4) > 3 && f("5", 5) > 9 || f("6", 6) == 6)
	arr := [...]string{2: "c", 0: "a"}
	fmt.Println(len(arr), arr, fmt.Sprintf("%q", arr))
	q := &p
	q.x, q = 100, nil
	fmt.Println(p, q == nil)
	var e1, e2 error
	_, e1 = fmt.Sscan("12", &n)
	_, e2 = fmt.Sscanf("a:5", "a:%d", &i)
	fmt.Println(n, i, e1, e2)
	ok := false
	if v, found := m["a"]; found {
		ok = v == 1
	}
	_ = ok
	delete(m, "zz")
	delete(m, "a")
	fmt.Println(len(m), ok)
	var grid [3][3]rune
	for y := range grid {
		for x := range grid[y] {
			grid[y][x] = '.'
		}
	}
	grid[1][2] = '#'
	for _, row := range grid {
		fmt.Println(string(row[:]))
	}
	k := map[[2]int]string{{1, 2}: "a"}
	k[[2]int{3, 4}] = "b"
	fmt.Println(k[[2]int{1, 2}], len(k))
	type pt struct{ x, y int }
	seen := map[pt]bool{{1, 1}: true}
	fmt.Println(seen[pt{1, 1}], seen[pt{2, 2}])
	mm := map[string]map[string]int{}
	if mm["a"] == nil {
		mm["a"] = map[string]int{}
	}
	mm["a"]["b"]++
	ms := map[string][]string{}
	ms["k"] = append(ms["k"], "v1", "v2")
	fmt.Println(mm, ms)
	mp := map[string]*pt{"p": {1, 2}}
	mp["p"].x += 10
	fmt.Println(*mp["p"])
}
