package main

import (
	"fmt"
	"log"
)

func main() {
	defer fmt.Println("never")
	log.SetFlags(0)
	log.Fatalf("fatal %d", 1)
}
