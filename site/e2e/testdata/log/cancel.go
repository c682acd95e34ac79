package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() {
		<-ctx.Done()
		done <- true
	}()
	go cancel()
	fmt.Println(<-done)
}

/*
g1 main
g1 receive done :16 > g2 true
g2 main.func1 by g1 :11
g2 receive ctx.Done() :12 > g3
g3 cancel by g1 :15
*/
