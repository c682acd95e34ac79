package main

import "fmt"

func main() {
	var ps []*int
	for i := 0; i < 4; i++ {
		ps = append(ps, &i)
		if i == 1 {
			continue
		}
		*ps[len(ps)-1] += 0
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	var qs []*string
	for _, s := range []string{"x", "y"} {
		qs = append(qs, &s)
	}
	for _, q := range qs {
		fmt.Print(*q, " ")
	}
	fmt.Println()
}
