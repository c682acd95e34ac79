package main

func main() {
	panic(byte(3))
}
