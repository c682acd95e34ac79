package main

type P struct{ x, y int }

func main() {
	panic(P{1, 2})
}
