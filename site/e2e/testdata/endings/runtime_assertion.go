package main

import "fmt"

func main() {
	var v any = 3
	fmt.Println(v.(string))
}
