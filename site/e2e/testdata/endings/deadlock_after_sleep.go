package main

import "time"

func main() {
	c := make(chan int)
	time.Sleep(20 * time.Millisecond)
	<-c
}
