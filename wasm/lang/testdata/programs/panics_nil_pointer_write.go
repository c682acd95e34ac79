package main

func main() {
	type node struct {
		next *node
		v    int
	}
	var n *node
	n.v = 1
}
