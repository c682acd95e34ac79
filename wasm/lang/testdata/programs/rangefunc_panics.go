package main

import "fmt"

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func swallow(yield func(int) bool) {
	defer func() { recover() }()
	yield(1)
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	try("bad", func() {
		for range bad {
			break
		}
	})
	try("body", func() {
		for i := range bad {
			if i == 2 {
				panic("in body")
			}
		}
	})
	try("swallow", func() {
		for range swallow {
			panic("swallowed")
		}
	})
	var kept func(int) bool
	try("late", func() {
		for range func(yield func(int) bool) { kept = yield } {
		}
		kept(1)
	})
}
