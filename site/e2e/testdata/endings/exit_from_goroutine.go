package main

import "os"

func main() {
	go os.Exit(5)
	select {}
}
