package main

import (
	"fmt"
)

func main() {
	var x any = 5
	fmt.Println(x.(fmt.Stringer))
}
