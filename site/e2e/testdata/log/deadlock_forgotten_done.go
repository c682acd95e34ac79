package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		wg.Done()
	}()
	wg.Wait()
	fmt.Println("never printed")
}

/*
g1 main
g1 wait wg :14 > never
g2 main.func1 by g1 :11
*/
