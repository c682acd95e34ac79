package main

type F float64

func main() {
	panic(F(2.5))
}
