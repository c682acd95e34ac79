// main returns while a goroutine still sleeps: the process is gone, and with
// it everything that the goroutine had left to do.
package main

import (
	"fmt"
	"time"
)

func greet() {
	defer fmt.Println("tidying up")
	fmt.Println("Hola waits")
	time.Sleep(2 * time.Second)
	fmt.Println("Hola!")
}

func main() {
	go greet()
	time.Sleep(1 * time.Second)
	fmt.Println("main ends")
}
