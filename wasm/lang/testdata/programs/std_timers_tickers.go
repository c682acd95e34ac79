package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	late := func(d time.Duration) bool { return time.Since(start) >= d }
	t1 := time.NewTimer(400 * time.Millisecond)
	<-t1.C
	fmt.Println("timer 1", late(400*time.Millisecond))
	t2 := time.NewTimer(time.Hour)
	fmt.Println("stopped", t2.Stop(), t2.Stop())
	fmt.Println("reset", t2.Reset(200*time.Millisecond))
	<-t2.C
	fmt.Println("timer 2", late(600*time.Millisecond))
	ticker := time.NewTicker(400 * time.Millisecond)
	done := make(chan bool)
	go func() {
		time.Sleep(1400 * time.Millisecond)
		done <- true
	}()
	n := 0
loop:
	for {
		select {
		case <-done:
			break loop
		case <-ticker.C:
			n++
			fmt.Println("tick", n)
		}
	}
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("unexpected")
	case <-time.After(600 * time.Millisecond):
		fmt.Println("quiet")
	}
	fired := make(chan string, 1)
	f := time.AfterFunc(200*time.Millisecond, func() { fired <- "after func" })
	fmt.Println(<-fired, f.Stop())
	deadline := time.After(1 * time.Second)
	for i := 0; ; i++ {
		select {
		case <-deadline:
			fmt.Println("deadline after several", i > 2)
			return
		case <-time.After(200 * time.Millisecond):
		}
	}
}
