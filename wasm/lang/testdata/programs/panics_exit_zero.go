package main

import (
	"fmt"
	"os"
)

func main() {
	defer func() { recover(); fmt.Println("no") }()
	os.Exit(0)
}
