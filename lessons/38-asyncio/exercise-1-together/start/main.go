// Three deliveries, one after the other: six seconds.
package main

import (
	"fmt"
	"time"
)

// deliver takes its time, and says what it has brought.
func deliver(what string, wait time.Duration) string {
	time.Sleep(wait)
	return what
}

func main() {
	began := time.Now()
	fmt.Println(deliver("bread", 3*time.Second))
	fmt.Println(deliver("milk", 1*time.Second))
	fmt.Println(deliver("eggs", 2*time.Second))
	fmt.Println("after", time.Since(began).Round(time.Second))
}
