package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		var ages map[string]int
		ages["ada"] = 36
	}()
	time.Sleep(time.Second)
	fmt.Println("not reached")
}
