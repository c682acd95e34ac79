package main

func main() {
	panic("two\nlines")
}
