package main

import "fmt"

func main() {
	words := make(chan string)
	go func() {
		for _, w := range []string{"a", "b"} {
			words <- w
		}
	}()
	for w := range words {
		fmt.Println(w)
	}
}

/*
g1 main
g1 receive words :12 > g2 "a"
g1 receive words :12 > never
g2 main.func1 by g1 :7
g2 send words :9 > g1
*/
