package main

import (
	"fmt"
	"sync"
	"time"
)

var load sync.Once

func get(wg *sync.WaitGroup) {
	defer wg.Done()
	load.Do(func() {
		time.Sleep(time.Millisecond)
		fmt.Println("loaded")
	})
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go get(&wg)
	go get(&wg)
	wg.Wait()
}

/*
g1 main
g1 wait wg :24 > g3
g2 get by g1 :22
g2 sleep :14 > timer
g3 get by g1 :23
g3 once load :13 > g2
*/
