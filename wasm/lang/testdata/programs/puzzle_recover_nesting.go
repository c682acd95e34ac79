package main

import (
	"errors"
	"fmt"
	"os"
)

func catch(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
			fmt.Println(name, "was calm")
		case error:
			fmt.Println(name, "error:", r)
		case fmt.Stringer:
			fmt.Println(name, "stringer:", r)
		default:
			fmt.Printf("%s %T: %v\n", name, r, r)
		}
	}()
	f()
}

type code int

func (c code) String() string { return fmt.Sprintf("code(%d)", int(c)) }

func helperRecover() any { return recover() }

func main() {
	catch("nothing", func() {})
	catch("string", func() { panic("boom") })
	catch("stringer", func() { panic(code(7)) })
	catch("error", func() { panic(errors.New("bad")) })
	catch("index", func() { a := []int{1}; i := 5; fmt.Println(a[i]) })
	catch("nilmap", func() { var m map[string][]int; m["a"] = append(m["a"], 1) })
	catch("assert", func() { var v any = 3; fmt.Println(v.(string)) })
	catch("replaced", func() {
		defer func() { panic(fmt.Sprint("second after ", recover())) }()
		panic("first")
	})
	catch("nested", func() {
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("in defer")
		}()
		panic("outer")
	})
	catch("helper", func() {
		defer func() {
			fmt.Println("helper sees", helperRecover())
		}()
		panic("still on")
	})
	catch("deferred helper", func() {
		defer helperRecover()
		panic("gone")
	})
	catch("goexit", func() {
		done := make(chan int)
		go func() {
			defer close(done)
			defer func() { fmt.Println("goroutine", recover()) }()
			var p *struct{ n int }
			p.n++
		}()
		<-done
	})
	catch("nil panic", func() { panic(nil) })
	defer os.Exit(3)
	defer fmt.Println("before exit")
	panic("swallowed by exit")
}
