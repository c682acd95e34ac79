package main

import (
	"errors"
	"fmt"
	"time"
)

type State int

const (
	Closed State = iota
	Open
	HalfOpen
)

func (s State) String() string { return [...]string{"closed", "open", "half-open"}[s] }

type Breaker struct {
	state     State
	failures  int
	threshold int
	until     time.Time
	cool      time.Duration
	onChange  func(from, to State)
}

var ErrOpen = errors.New("circuit open")

func (b *Breaker) set(s State) {
	if b.state != s && b.onChange != nil {
		b.onChange(b.state, s)
	}
	b.state = s
}

func (b *Breaker) Call(f func() error) error {
	if b.state == Open {
		if time.Now().Before(b.until) {
			return ErrOpen
		}
		b.set(HalfOpen)
	}
	if err := f(); err != nil {
		b.failures++
		if b.failures >= b.threshold || b.state == HalfOpen {
			b.until = time.Now().Add(b.cool)
			b.set(Open)
		}
		return fmt.Errorf("call: %w", err)
	}
	b.failures = 0
	b.set(Closed)
	return nil
}

func main() {
	b := &Breaker{threshold: 2, cool: 50 * time.Millisecond, onChange: func(f, t State) { fmt.Printf("  %v -> %v\n", f, t) }}
	fail := func() error { return errors.New("down") }
	ok := func() error { return nil }
	fmt.Println(b.Call(fail))
	fmt.Println(b.Call(fail))
	fmt.Println(b.Call(ok), b.state)
	time.Sleep(60 * time.Millisecond)
	fmt.Println(b.Call(fail))
	fmt.Println(errors.Is(b.Call(ok), ErrOpen))
	time.Sleep(60 * time.Millisecond)
	fmt.Println(b.Call(ok))
	fmt.Printf("%v %d %s %+v\n", b.state, b.state, b.state, struct{ S State }{b.state})
}
