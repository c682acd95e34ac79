package main

import (
	"fmt"
)

type rule struct {
	n    int
	word string
}

var rules = []rule{{3, "Fizz"}, {5, "Buzz"}, {7, "Whizz"}}

func say(i int) (out string) {
	for _, r := range rules {
		if i%r.n == 0 {
			out += r.word
		}
	}
	if out == "" {
		out = fmt.Sprint(i)
	}
	return
}

func main() {
	for i := 1; i <= 21; i++ {
		fmt.Print(say(i), " ")
	}
	rules = append(rules[:1:1], rule{4, "Four"})
	fmt.Println("\n"+say(12), len(rules))
	for i := range 4 {
		for j := range i + 1 {
			fmt.Printf("%3d", (i+1)*(j+1))
		}
		fmt.Println()
	}
}
