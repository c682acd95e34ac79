package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	lines := make(chan string)
	go func() {
		in := bufio.NewScanner(os.Stdin)
		for in.Scan() {
			lines <- in.Text()
		}
		close(lines)
	}()
	for line := range lines {
		fmt.Println("got", line)
	}
}

/*
g1 main
g1 receive lines :18 > g2 "one"
g2 main.func1 by g1 :11
g2 send lines :14 > g1
*/
