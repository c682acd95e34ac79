// Two greetings, each with a wait of its own. They wait together, so the
// program is over when the longer wait is.
package main

import (
	"fmt"
	"sync"
	"time"
)

// now is the time of day, to the second.
func now() string {
	return time.Now().Format("15:04:05")
}

// greet waits, then says its word.
func greet(word string, wait time.Duration) {
	time.Sleep(wait)
	fmt.Println(now(), word+"!")
}

func main() {
	long, short := 2*time.Second, 1*time.Second
	began := time.Now()
	fmt.Println(now(), "main starts")

	var greetings sync.WaitGroup
	fmt.Println(now(), "Hola waits", long)
	greetings.Go(func() { greet("Hola", long) })
	fmt.Println(now(), "Ciao waits", short)
	greetings.Go(func() { greet("Ciao", short) })
	greetings.Wait()

	fmt.Println(now(), "main ends after", time.Since(began).Round(time.Second))
}
