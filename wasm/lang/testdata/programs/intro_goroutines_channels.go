package main

import (
	"fmt"
	"sync"
	"time"
)

func worker(id int, jobs <-chan int, results chan<- string) {
	for j := range jobs {
		time.Sleep(time.Duration(j) * 50 * time.Millisecond)
		results <- fmt.Sprintf("job %d", j)
	}
}

func main() {
	messages := make(chan string)
	go func() { messages <- "ping" }()
	fmt.Println(<-messages)
	buf := make(chan string, 2)
	buf <- "a"
	buf <- "b"
	fmt.Println(len(buf), cap(buf), <-buf, <-buf, len(buf))
	done := make(chan struct{})
	go func() {
		defer close(done)
		fmt.Println("working")
	}()
	<-done
	_, ok := <-done
	fmt.Println("closed", !ok)

	c1, c2 := make(chan string), make(chan string)
	go func() { time.Sleep(500 * time.Millisecond); c1 <- "one" }()
	go func() { time.Sleep(time.Second); c2 <- "two" }()
	for range 2 {
		select {
		case m := <-c1:
			fmt.Println("received", m)
		case m := <-c2:
			fmt.Println("received", m)
		}
	}
	select {
	case m := <-c1:
		fmt.Println(m)
	case <-time.After(300 * time.Millisecond):
		fmt.Println("timeout")
	}
	select {
	case m := <-messages:
		fmt.Println(m)
	case messages <- "x":
		fmt.Println("sent")
	default:
		fmt.Println("no activity")
	}
	jobs, results := make(chan int, 5), make(chan string, 5)
	for w := 1; w <= 3; w++ {
		go worker(w, jobs, results)
	}
	for j := 1; j <= 3; j++ {
		jobs <- j
	}
	close(jobs)
	for range 3 {
		fmt.Println(<-results)
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for i := range 10 {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			total += n
		}(i)
	}
	wg.Wait()
	fmt.Println(total)
	q := make(chan int, 3)
	for i := range 3 {
		q <- i
	}
	close(q)
	v, ok := <-q
	fmt.Println(v, ok)
	for v := range q {
		fmt.Print(v, " ")
	}
	v, ok = <-q
	fmt.Println(v, ok)
	chans := make(chan chan int, 1)
	go func() {
		reply := <-chans
		reply <- 42
	}()
	r := make(chan int)
	chans <- r
	fmt.Println(<-r)
	var nilc chan int
	select {
	case <-nilc:
	case nilc <- 1:
	default:
		fmt.Println("nil channels never")
	}
	fmt.Printf("%T %T %T\n", jobs, (<-chan int)(jobs), (chan<- int)(jobs))
}
