package rt

import "runtime"

// lock guards what goroutines share. They take turns here and give way only where they
// wait, but one that allocates may have to help the collector, and wait for that. A
// mutex would do, and would stand in the event log.
type lock struct{ held bool }

func (l *lock) Lock() {
	for l.held {
		runtime.Gosched()
	}
	l.held = true
}

func (l *lock) Unlock() { l.held = false }
