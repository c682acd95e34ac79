package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	defer func() { fmt.Println("got", recover()) }()
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	log.Panicln("p", 1)
}
