package main

import (
	"fmt"
	"sort"
	"sync"
)

type Job struct {
	ID   int
	Data string
}
type Result struct {
	Job Job
	Len int
	Err error
}

func worker(id int, jobs <-chan Job, results chan<- Result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		r := Result{Job: j, Len: len(j.Data)}
		if j.ID == 3 {
			r.Err = fmt.Errorf("job %d failed", j.ID)
		}
		results <- r
	}
}

func main() {
	jobs := make(chan Job, 10)
	results := make(chan Result, 10)
	var wg sync.WaitGroup
	for w := 1; w <= 3; w++ {
		wg.Add(1)
		go worker(w, jobs, results, &wg)
	}
	for i := range 5 {
		jobs <- Job{i, fmt.Sprintf("data-%d", i*i)}
	}
	close(jobs)
	wg.Wait()
	close(results)
	var all []Result
	for r := range results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Job.ID < all[j].Job.ID })
	for _, r := range all {
		fmt.Printf("%+v\n", r)
	}
}
