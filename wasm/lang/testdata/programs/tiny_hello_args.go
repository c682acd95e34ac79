package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println("hello,", "world", len(os.Args))
	fmt.Fprintln(os.Stderr, "to stderr")
	if v, ok := os.LookupEnv("SURELY_NOT_SET_ANYWHERE"); !ok {
		fmt.Printf("%q %t\n", v, ok)
	}
	defer fmt.Println("never printed")
	os.Exit(len(os.Args) + 2)
}
