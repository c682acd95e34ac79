package main

func main() {
	m := map[any]int{}
	var key any = []int{1}
	m[key] = 1
}
