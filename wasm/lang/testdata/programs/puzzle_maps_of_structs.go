package main

import (
	"fmt"
	"sort"
)

type point struct{ x, y int }

type visit struct {
	count int
	names []string
}

type key [2]string

func main() {
	grid := map[point]string{{1, 2}: "a", {3, 4}: "b"}
	grid[point{1, 2}] += "!"
	fmt.Println(grid[point{1, 2}], grid[point{0, 0}] == "", len(grid))
	visits := map[string]visit{}
	for _, n := range []string{"x", "y", "x", "x"} {
		v := visits[n]
		v.count++
		v.names = append(v.names, fmt.Sprint(n, v.count))
		visits[n] = v
	}
	fmt.Println(visits)
	ptrs := map[string]*visit{"p": {1, nil}}
	ptrs["p"].count += 41
	fmt.Println(ptrs["p"].count, *ptrs["p"])
	if v, ok := ptrs["q"]; !ok {
		fmt.Println(v == nil, ok)
	}
	nested := map[string]map[string]int{}
	add := func(a, b string) {
		if nested[a] == nil {
			nested[a] = map[string]int{}
		}
		nested[a][b]++
	}
	add("l", "m")
	add("l", "n")
	add("l", "m")
	fmt.Println(nested, nested["zz"]["yy"])
	m := map[key]int{{"a", "b"}: 1}
	m[key{"a", "b"}]++
	fmt.Println(m)
	any1 := map[any]string{1: "int", "1": "string", 1.0: "float", point{1, 1}: "point", [1]int{1}: "array", nil: "nil", true: "bool"}
	fmt.Println(any1[1], any1["1"], any1[1.0], any1[point{1, 1}], any1[[1]int{1}], any1[nil], any1[int64(1)] == "")
	set := map[string]struct{}{}
	for _, w := range []string{"b", "a", "b"} {
		set[w] = struct{}{}
	}
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	for k := range visits {
		delete(visits, k)
	}
	delete(visits, "not there")
	fmt.Println(len(visits))
	funcs := map[string]func(int, int) int{
		"+": func(a, b int) int { return a + b },
		"-": func(a, b int) int { return a - b },
	}
	fmt.Println(funcs["+"](3, 4), funcs["-"](3, 4), funcs["*"] == nil)
	var nilMap map[string]int
	fmt.Println(nilMap["x"], len(nilMap), nilMap == nil)
	nan := map[float64]int{}
	zero := 0.0
	nan[zero/zero] = 1
	nan[zero/zero] = 2
	fmt.Println(len(nan))
	multi := map[string][]int{}
	multi["a"] = append(multi["a"], 1, 2)
	multi["a"][0] = 10
	fmt.Println(multi)
}
