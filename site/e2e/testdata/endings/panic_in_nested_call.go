package main

func first() { second(3) }

func second(n int) {
	if n == 0 {
		panic("at the bottom")
	}
	second(n - 1)
}

func main() {
	first()
}
