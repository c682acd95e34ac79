package main

import (
	"errors"
	"fmt"
)

func helper() { fmt.Println("helper recovers", recover()) }

func indirect() { fmt.Println("indirect", recover()) }

func try(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	f()
	return nil
}

func main() {
	fmt.Println("outside", recover())
	fmt.Println(try(func() {
		defer func() { indirect() }()
		panic("not by indirect")
	}))
	fmt.Println(try(func() {
		defer helper()
		panic("by helper")
	}))
	fmt.Println(try(func() { panic(errors.New("an error")) }))
	fmt.Println(try(func() {
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Sprint("re-", r))
			}
		}()
		panic("thrown")
	}))
	fmt.Println(try(func() {
		defer recover()
		panic("defer recover() does not")
	}))
	fmt.Println(try(func() { panic(nil) }))
	fmt.Println(try(func() {}))
}
