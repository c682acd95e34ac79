package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			<-start
			fmt.Println(id)
		}(i)
	}
	time.Sleep(time.Millisecond)
	close(start)
	wg.Wait()
}

/*
g1 main
g1 sleep :20 > timer
g1 wait wg :22 > g2
g2 main.func1 by g1 :14
g2 receive start :16 > g1
g3 main.func1 by g1 :14
g3 receive start :16 > g1
g4 main.func1 by g1 :14
g4 receive start :16 > g1
*/
