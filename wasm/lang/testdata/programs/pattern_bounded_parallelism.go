package main

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type job struct {
	id   int
	text string
}

type result struct {
	job
	length int
	upper  string
}

func (r result) String() string { return fmt.Sprintf("#%d %s (%d)", r.id, r.upper, r.length) }

func main() {
	words := strings.Fields("a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh")
	jobs := make(chan job)
	results := make([]result, len(words))
	var running, peak atomic.Int32
	var wg sync.WaitGroup
	for w := 0; w < 3; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				n := running.Add(1)
				for {
					p := peak.Load()
					if n <= p || peak.CompareAndSwap(p, n) {
						break
					}
				}
				time.Sleep(5 * time.Millisecond)
				results[j.id] = result{j, len(j.text), strings.ToUpper(j.text)}
				running.Add(-1)
			}
		}()
	}
	for i, w := range words {
		jobs <- job{i, w}
	}
	close(jobs)
	wg.Wait()
	for _, r := range results {
		fmt.Println(r)
	}
	fmt.Println("at most 3:", peak.Load() <= 3, "running:", running.Load())
	fmt.Printf("%v %+v\n", results[0], results[1].job)
}
