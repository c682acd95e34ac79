package main

import (
	"fmt"
	"sync"
)

func main() {
	c := make(chan int, 10)
	var once sync.Once
	stop := func() { once.Do(func() { close(c) }) }
	c <- 1
	stop()
	stop()
	v, ok := <-c
	fmt.Println(v, ok)
	v, ok = <-c
	fmt.Println(v, ok, len(c))
	defer fmt.Println("deferred")
	c <- 2
}
