package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTimer(5 * time.Millisecond)
	<-t.C
	tick := time.NewTicker(2 * time.Millisecond)
	n := 0
	for range tick.C {
		n++
		if n == 3 {
			tick.Stop()
			break
		}
	}
	done := make(chan string)
	time.AfterFunc(time.Millisecond, func() { done <- "after" })
	fmt.Println(<-done, n, time.Since(start) >= 11*time.Millisecond)
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Stop())
	d := 1500 * time.Millisecond
	fmt.Println(d, d.Seconds(), time.Duration(90)*time.Minute)
	switch x := any(d).(type) {
	case time.Duration:
		fmt.Println("duration", x)
	}
	timeout := time.After(time.Millisecond)
	c := make(chan int)
loop:
	for {
		select {
		case <-c:
		case <-timeout:
			fmt.Println("timeout")
			break loop
		}
	}
	var wd time.Weekday = 2
	fmt.Println(wd, time.March)
}
