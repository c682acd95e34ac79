package main

import (
	"fmt"
	"time"
)

func ch(name string, c chan int) chan int { fmt.Print(name, " "); return c }
func val(n int) int                       { fmt.Print("val", n, " "); return n }

type hub struct {
	in   chan int
	outs map[string]chan int
	quit chan struct{}
}

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	select {
	case ch("a", a) <- val(1):
		fmt.Println("sent to a")
	case v := <-ch("b", b):
		fmt.Println("got", v)
	}
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	case (chan int)(nil) <- 5:
	}
	<-b2(b)
	close(a)
	n := 0
	for n < 3 {
		select {
		case v, ok := <-a:
			n++
			fmt.Print(v, ok, " ")
		}
	}
	fmt.Println()
	a = nil
	select {
	case <-a:
	default:
		fmt.Println("default for nil")
	}
	arr := make([]int, 2)
	m := map[string]int{}
	var ok bool
	b <- 7
	select {
	case arr[1] = <-b:
	}
	b <- 8
	select {
	case m["x"], ok = <-b:
	}
	fmt.Println(arr, m, ok)
	h := hub{make(chan int), map[string]chan int{"l": make(chan int, 4), "r": make(chan int, 4)}, make(chan struct{})}
	go func() {
		for i := range 4 {
			h.in <- i
		}
		close(h.quit)
	}()
loop:
	for {
		select {
		case v := <-h.in:
			out := h.outs["l"]
			if v%2 == 1 {
				out = h.outs["r"]
			}
			select {
			case out <- v * 10:
			default:
				break loop
			}
		case <-h.quit:
			break loop
		}
	}
	fmt.Println(len(h.outs["l"]), len(h.outs["r"]), <-h.outs["l"], <-h.outs["r"])
	timeout := time.After(time.Second)
	tick := time.NewTicker(300 * time.Millisecond)
	defer tick.Stop()
	ticks := 0
	for done := false; !done; {
		select {
		case <-tick.C:
			ticks++
			if ticks == 2 {
				continue
			}
		case <-timeout:
			done = true
		}
	}
	fmt.Println("ticks", ticks)
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		c := make(chan int)
		close(c)
		select {
		case c <- 1:
		default:
		}
	}()
	results := make(chan string)
	for _, name := range []string{"x", "y"} {
		go func() {
			select {
			case results <- name:
			case <-time.After(time.Minute):
			}
		}()
	}
	got := map[string]bool{<-results: true, <-results: true}
	fmt.Println(got)
	var sendOnly chan<- int = b
	var recvOnly <-chan int = b
	select {
	case sendOnly <- 3:
		fmt.Println("sent", len(recvOnly))
	case x := <-recvOnly:
		fmt.Println(x)
	}
	switch v := <-recvOnly; {
	case v > 2:
		fmt.Println("big", v)
	}
}

func b2(c chan int) chan int {
	d := make(chan int, 1)
	d <- 0
	select {
	case v := <-c:
		d <- v
	default:
	}
	return d
}
