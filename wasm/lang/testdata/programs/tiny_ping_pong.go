package main

import (
	"fmt"
)

type ball struct{ hits int }

func player(name string, in <-chan *ball, out chan<- *ball, log *[]string, limit int, over chan<- struct{}) {
	for b := range in {
		b.hits++
		*log = append(*log, fmt.Sprint(name, b.hits))
		if b.hits == limit {
			close(out)
			over <- struct{}{}
			return
		}
		out <- b
	}
	over <- struct{}{}
}

func main() {
	a, b := make(chan *ball), make(chan *ball)
	over := make(chan struct{})
	var log []string
	go player("ping", a, b, &log, 6, over)
	go player("pong", b, a, &log, 6, over)
	a <- new(ball)
	<-over
	fmt.Println(log)
}
