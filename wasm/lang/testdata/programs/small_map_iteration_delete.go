package main

import (
	"fmt"
	"maps"
	"slices"
)

type ID int
type User struct {
	Name string
	Tags map[string]struct{}
}

func main() {
	users := map[ID]*User{}
	for i, n := range []string{"ann", "bob", "cy"} {
		users[ID(i)] = &User{n, map[string]struct{}{"t": {}, n: {}}}
	}
	for id, u := range users {
		if u.Name == "bob" {
			delete(users, id)
			delete(users, id)
		}
		delete(u.Tags, "t")
	}
	for _, id := range slices.Sorted(maps.Keys(users)) {
		fmt.Println(id, users[id].Name, len(users[id].Tags))
	}
	inverse := make(map[string][]ID)
	for id, u := range users {
		inverse[u.Name[:1]] = append(inverse[u.Name[:1]], id)
	}
	fmt.Println(inverse)
	counts := map[bool]int{}
	for i := range 10 {
		counts[i%3 == 0]++
	}
	fmt.Println(counts, counts[true]*2)
	nested := map[string]map[ID][]string{"x": {1: {"a"}}}
	nested["x"][1] = append(nested["x"][1], "b")
	nested["y"] = map[ID][]string{}
	nested["y"][2] = nil
	fmt.Println(nested, len(nested["z"][3]))
	m := map[string]func(...int) int{"len": func(v ...int) int { return len(v) }}
	if f, ok := m["len"]; ok {
		fmt.Println(f(1, 2, 3))
	}
	type key struct {
		a ID
		b string
	}
	grid := map[key]int{}
	grid[key{1, "x"}]++
	grid[key{1, "x"}] += 5
	grid[key{b: "x"}]--
	fmt.Println(grid, len(grid))
	if v, ok := grid[key{9, ""}]; !ok {
		fmt.Println("missing", v)
	}
	var total int
	for k, v := range grid {
		total += int(k.a)*100 + v
	}
	fmt.Println(total, maps.Equal(grid, maps.Clone(grid)))
}
