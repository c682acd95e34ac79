package main

import "fmt"

type Plain struct{}

func main() {
	var v any = Plain{}
	fmt.Println(v.(fmt.Stringer))
}
