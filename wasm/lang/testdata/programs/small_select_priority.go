package main

import (
	"fmt"
	"time"
)

type msg struct {
	prio int
	text string
}

func drain(high, low <-chan msg, stop <-chan struct{}) (out []string) {
	for {
		select {
		case m := <-high:
			out = append(out, m.text)
			continue
		default:
		}
		select {
		case m := <-high:
			out = append(out, m.text)
		case m := <-low:
			out = append(out, m.text)
		case <-stop:
			for {
				select {
				case m := <-low:
					out = append(out, "late "+m.text)
				default:
					return
				}
			}
		}
	}
}

func main() {
	high, low := make(chan msg, 5), make(chan msg, 5)
	stop := make(chan struct{})
	for i := range 3 {
		low <- msg{0, fmt.Sprint("low", i)}
		high <- msg{1, fmt.Sprint("high", i)}
	}
	time.AfterFunc(50*time.Millisecond, func() { close(stop) })
	fmt.Println(drain(high, low, stop))
	c := make(chan int)
	var in chan<- int = c
	var pending []int
	got := make(chan []int)
	go func() {
		var all []int
		for v := range c {
			all = append(all, v)
		}
		got <- all
	}()
	for i := 0; i < 3 || len(pending) > 0; {
		var out chan<- int
		var first int
		if len(pending) > 0 {
			out, first = in, pending[0]
		}
		if i < 3 {
			pending = append(pending, i)
			i++
		}
		select {
		case out <- first:
			pending = pending[1:]
		default:
			time.Sleep(time.Millisecond)
		}
	}
	close(c)
	fmt.Println(<-got)
}
