package main

import "fmt"

var a = f()

func f() int { return b }

var b = g()

func g() int { return a }

func main() { fmt.Println(a, b) }
