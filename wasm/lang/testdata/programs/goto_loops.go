package main

import "fmt"

func main() {
	i := 0
again:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto again
	}
	for j := 0; ; j++ {
		for k := 0; k < 3; k++ {
			if j*k == 4 {
				goto found
			}
		}
	}
found:
	fmt.Println("found")
}
