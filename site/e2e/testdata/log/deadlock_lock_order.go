package main

import (
	"fmt"
	"sync"
	"time"
)

func transfer(from, to *sync.Mutex, done chan<- bool) {
	from.Lock()
	time.Sleep(time.Millisecond)
	to.Lock()
	to.Unlock()
	from.Unlock()
	done <- true
}

func main() {
	var a, b sync.Mutex
	done := make(chan bool)
	go transfer(&a, &b, done)
	go transfer(&b, &a, done)
	<-done
	<-done
	fmt.Println("never printed")
}

/*
g1 main
g1 receive done :23 > never
g2 transfer by g1 :21
g2 sleep :11 > timer
g2 lock to :12 > never
g3 transfer by g1 :22
g3 sleep :11 > timer
g3 lock to :12 > never
*/
