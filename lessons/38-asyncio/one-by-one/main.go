// The same two greetings without go: the second can't begin to wait before
// the first has been said.
package main

import (
	"fmt"
	"time"
)

// now is the time of day, to the second.
func now() string {
	return time.Now().Format("15:04:05")
}

// greet waits, then says its word.
func greet(word string, wait time.Duration) {
	fmt.Println(now(), word, "waits", wait)
	time.Sleep(wait)
	fmt.Println(now(), word+"!")
}

func main() {
	began := time.Now()
	fmt.Println(now(), "main starts")

	greet("Hola", 2*time.Second)
	greet("Ciao", 1*time.Second)

	fmt.Println(now(), "main ends after", time.Since(began).Round(time.Second))
}
