package main

import "log"

func main() {
	log.SetFlags(0)
	log.SetPrefix("worker: ")
	log.Fatalf("%d left", 3)
}
