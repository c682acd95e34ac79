// Three greetings come back over a channel, in the order in which they are
// ready. Only main prints.
package main

import (
	"fmt"
	"time"
)

// greet waits, then sends its word to whoever receives from ready.
func greet(word string, wait time.Duration, ready chan<- string) {
	time.Sleep(wait)
	ready <- word
}

func main() {
	ready := make(chan string)
	go greet("Hola", 3*time.Second, ready)
	go greet("Ciao", 1*time.Second, ready)
	go greet("Ahoj", 2*time.Second, ready)

	for place := 1; place <= 3; place++ {
		fmt.Println(place, <-ready)
	}
}
