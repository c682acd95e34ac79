package main

func main() {
	x := 1
	println(&x != nil, x)
	if false {
		println(&x)
	}
}
