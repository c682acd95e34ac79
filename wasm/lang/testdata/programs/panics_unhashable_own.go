package main

func main() {
	type T struct{ s []int }
	m := map[any]int{}
	m[T{}] = 2
}
