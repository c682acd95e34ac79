// Three deliveries at once: as long as the slowest of them.
package main

import (
	"fmt"
	"sync"
	"time"
)

// deliver takes its time, and says what it has brought.
func deliver(what string, wait time.Duration) string {
	time.Sleep(wait)
	return what
}

func main() {
	began := time.Now()
	var brought [3]string
	var deliveries sync.WaitGroup
	deliveries.Go(func() { brought[0] = deliver("bread", 3*time.Second) })
	deliveries.Go(func() { brought[1] = deliver("milk", 1*time.Second) })
	deliveries.Go(func() { brought[2] = deliver("eggs", 2*time.Second) })
	deliveries.Wait()
	for _, what := range brought {
		fmt.Println(what)
	}
	fmt.Println("after", time.Since(began).Round(time.Second))
}
