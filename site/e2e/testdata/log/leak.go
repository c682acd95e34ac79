package main

import "fmt"

func first(answers chan string) string {
	for _, who := range []string{"a", "b"} {
		go func() {
			answers <- who
		}()
	}
	return <-answers
}

func main() {
	fmt.Println(first(make(chan string)))
}

/*
g1 main
g1 receive answers :11 > g2 "a"
g2 first.func1 by g1 :7
g3 first.func1 by g1 :7
g3 send answers :8 > never
*/
