package main

type N string

func main() {
	panic(N("x\ny"))
}
