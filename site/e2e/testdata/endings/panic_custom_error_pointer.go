package main

type Missing struct{ What string }

func (m *Missing) Error() string { return m.What + " is missing" }

func main() {
	panic(&Missing{"key"})
}
