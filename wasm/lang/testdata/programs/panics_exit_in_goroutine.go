package main

import (
	"os"
)

func main() {
	go func() {
		defer func() { recover() }()
		os.Exit(4)
	}()
	select {}
}
