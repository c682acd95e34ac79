package main

import "time"

func main() {
	go func() {
		panic("oh")
	}()
	time.Sleep(time.Second)
}

/*
g1 main
g1 sleep :9 > never
g2 main.func1 by g1 :6
g2 panic :7 oh
*/
