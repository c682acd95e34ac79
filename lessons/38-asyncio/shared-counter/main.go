// Three goroutines add to one number. The mutex lets one of them in at a time.
package main

import (
	"fmt"
	"sync"
)

// tally is a sum that many goroutines may add to.
type tally struct {
	mu  sync.Mutex
	sum int
}

func (t *tally) add(n int) {
	t.mu.Lock()
	t.sum += n
	t.mu.Unlock()
}

// count adds up one box of votes, a vote at a time.
func count(box []int, total *tally, counters *sync.WaitGroup) {
	defer counters.Done()
	for _, votes := range box {
		total.add(votes)
	}
}

func main() {
	boxes := [][]int{
		{120, 75, 210},
		{33, 48},
		{90, 17, 61, 5},
	}

	var total tally
	var counters sync.WaitGroup
	for _, box := range boxes {
		counters.Add(1)
		go count(box, &total, &counters)
	}
	counters.Wait()
	fmt.Println(total.sum, "votes")
}
