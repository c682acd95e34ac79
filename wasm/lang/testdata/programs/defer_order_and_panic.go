package main

import "fmt"

func main() {
	defer fmt.Println("main 1")
	defer func() {
		fmt.Println("recovered", recover())
		fmt.Println("again", recover())
	}()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	for i := 0; i < 3; i++ {
		defer fmt.Println("loop", i)
	}
	panic("first")
}
