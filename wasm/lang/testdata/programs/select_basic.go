package main

import (
	"fmt"
	"time"
)

func mk(v int) chan int {
	c := make(chan int, 1)
	c <- v
	return c
}

func log(s string) string { fmt.Print(s, " "); return s }

func main() {
	a, b := make(chan int), make(chan string, 1)
	select {
	case v := <-a:
		fmt.Println(v)
	default:
		fmt.Println("default")
	}
	select {
	case b <- log("sent"):
		fmt.Println("sent", <-b)
	case v, ok := <-a:
		fmt.Println(v, ok)
	}
	close(a)
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	}
	select {
	case v := <-mk(1):
		fmt.Println("got", v)
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	select {
	case <-make(chan int):
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
	var nilc chan int
	var m = map[string]int{}
	c := mk(5)
	select {
	case <-nilc:
	case nilc <- 1:
	case m["x"] = <-c:
		fmt.Println(m)
	}
}
