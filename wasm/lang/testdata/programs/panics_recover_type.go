package main

import (
	"fmt"
	"runtime"
)

func safe(f func()) {
	defer func() {
		if e, ok := recover().(runtime.Error); ok {
			fmt.Println("runtime error:", e.Error())
		}
	}()
	f()
}

func main() {
	safe(func() { var p *struct{ x int }; fmt.Println(p.x) })
	safe(func() { var m map[int]int; m[1] = 1 })
	safe(func() { x := 0; fmt.Println(1 / x) })
	safe(func() { var a any = 1; fmt.Println(a.(string)) })
	safe(func() { a := []int{}; i := 1; a[i]++ })
	safe(func() { var f func(int); f(1) })
	safe(func() { c := make(chan int); close(c); close(c) })
}
