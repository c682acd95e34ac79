package main

import "fmt"

func player(name string, table chan int, done chan<- bool) {
	for n := range table {
		fmt.Println(name, n)
		if n == 3 {
			close(table)
			break
		}
		table <- n + 1
	}
	done <- true
}

func main() {
	table, done := make(chan int), make(chan bool)
	go player("ping", table, done)
	go player("pong", table, done)
	table <- 1
	<-done
	<-done
}

/*
g1 main
g1 send table :21 > g2
g1 receive done :22 > g2 true
g2 player by g1 :19
g2 receive table :6 > g3 3
g3 player by g1 :20
g3 receive table :6 > g2 2
g3 receive table :6 > g2
g3 send done :14 > g1
*/
