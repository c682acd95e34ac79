package main

import (
	"fmt"
	"time"
)

type startFn func(done <-chan struct{}, pulse time.Duration) (heartbeat <-chan struct{})

// steward restarts a ward that shows no sign of life.
func steward(timeout time.Duration, start startFn, restarts int) startFn {
	return func(done <-chan struct{}, pulse time.Duration) <-chan struct{} {
		heartbeat := make(chan struct{})
		go func() {
			defer close(heartbeat)
			var wardDone chan struct{}
			var wardBeat <-chan struct{}
			startWard := func() {
				wardDone = make(chan struct{})
				wardBeat = start(wardDone, timeout/2)
			}
			startWard()
			left := restarts
		monitor:
			for {
				timer := time.After(timeout)
				for {
					select {
					case <-wardBeat:
						continue monitor
					case <-timer:
						fmt.Println("steward: ward is silent, restarting")
						close(wardDone)
						time.Sleep(20 * time.Millisecond)
						if left--; left < 0 {
							return
						}
						startWard()
						continue monitor
					case <-done:
						return
					}
				}
			}
		}()
		return heartbeat
	}
}

func main() {
	n := 0
	ward := func(done <-chan struct{}, pulse time.Duration) <-chan struct{} {
		n++
		me := n
		fmt.Println("ward", me, "starts")
		go func() {
			<-done
			fmt.Println("ward", me, "halts")
		}()
		return nil
	}
	watch := steward(400*time.Millisecond, ward, 2)
	done := make(chan struct{})
	time.AfterFunc(9*time.Second, func() { close(done) })
	for range watch(done, time.Second) {
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println("over", n)
}
