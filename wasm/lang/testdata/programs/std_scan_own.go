package main

import "fmt"

type Age int
type Name string

func main() {
	var a Age
	var n Name
	var f float64
	k, err := fmt.Sscan("41 bob 2.5", &a, &n, &f)
	fmt.Println(k, err, a+1, n, f)
	k, err = fmt.Sscanf("x=7;y=q", "x=%d;y=%s", &a, &n)
	fmt.Println(k, err, a, n)
}
