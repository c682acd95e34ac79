package main

import (
	"fmt"
	"sync"
	"time"
)

var (
	rw    sync.RWMutex
	value int
)

func read(wg *sync.WaitGroup) {
	defer wg.Done()
	rw.RLock()
	defer rw.RUnlock()
	time.Sleep(2 * time.Millisecond)
	fmt.Println(value)
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go read(&wg)
	time.Sleep(time.Millisecond)
	go func() {
		time.Sleep(2 * time.Millisecond)
		read(&wg)
	}()
	rw.Lock()
	value = 1
	time.Sleep(5 * time.Millisecond)
	rw.Unlock()
	wg.Wait()
}

/*
g1 main
g1 sleep :26 > timer
g1 lock rw :31 > g2
g1 sleep :33 > timer
g1 wait wg :35 > g3
g2 read by g1 :25
g2 sleep :18 > timer
g3 main.func1 by g1 :27
g3 sleep :28 > timer
g3 read lock rw :16 > g1
g3 sleep :18 > timer
*/
