package main

func main() {
	type t struct{ m map[int][]int }
	var x t
	x.m[1] = append(x.m[1], 2)
}
