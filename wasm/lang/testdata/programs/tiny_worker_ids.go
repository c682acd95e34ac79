package main

import (
	"fmt"
	"sort"
	"time"
)

type done struct {
	job, sq int
	took    time.Duration
}

func main() {
	jobs, results := make(chan int), make(chan done)
	for w := range 3 {
		go func() {
			for j := range jobs {
				d := time.Duration(j*10+w) * time.Millisecond
				time.Sleep(d)
				results <- done{j, j * j, d.Truncate(10 * time.Millisecond)}
			}
		}()
	}
	go func() {
		defer close(jobs)
		for j := 1; j <= 5; j++ {
			jobs <- j
		}
	}()
	var all []done
	for range 5 {
		all = append(all, <-results)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].job < all[j].job })
	for _, d := range all {
		fmt.Println(d.job, d.sq, d.took)
	}
}
