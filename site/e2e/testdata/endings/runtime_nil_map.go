package main

func main() {
	var ages map[string]int
	ages["ada"] = 36
}
