package main

import (
	"container/heap"
	"fmt"
	"strings"
	"time"
)

type event struct {
	at   time.Duration
	seq  int
	name string
	run  func(*sim)
}

type queue []*event

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].at == q[j].at {
		return q[i].seq < q[j].seq
	}
	return q[i].at < q[j].at
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(*event)) }
func (q *queue) Pop() any {
	old := *q
	e := old[len(old)-1]
	*q = old[:len(old)-1]
	return e
}

type direction int

const (
	down direction = iota - 1
	idle
	up
)

func (d direction) String() string { return []string{"down", "idle", "up"}[d+1] }

type sim struct {
	now   time.Duration
	q     queue
	seq   int
	floor int
	dir   direction
	calls map[int]bool
	log   []string
}

func (s *sim) after(d time.Duration, name string, run func(*sim)) {
	s.seq++
	heap.Push(&s.q, &event{s.now + d, s.seq, name, run})
}

func (s *sim) logf(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf("%6v "+format, append([]any{s.now}, args...)...))
}

func (s *sim) call(floor int) func(*sim) {
	return func(s *sim) {
		s.calls[floor] = true
		s.logf("call from %d", floor)
		if s.dir == idle {
			s.move()
		}
	}
}

func (s *sim) move() {
	best, found := 0, false
	for f := range s.calls {
		if !found || abs(f-s.floor) < abs(best-s.floor) || abs(f-s.floor) == abs(best-s.floor) && f < best {
			best, found = f, true
		}
	}
	switch {
	case !found:
		s.dir = idle
	case best > s.floor:
		s.dir = up
	case best < s.floor:
		s.dir = down
	default:
		delete(s.calls, best)
		s.logf("open at %d (%v)", s.floor, s.dir)
		s.after(2*time.Second, "close", (*sim).move)
		return
	}
	if s.dir != idle {
		s.after(time.Second, "step", func(s *sim) { s.floor += int(s.dir); s.move() })
	} else {
		s.logf("idle at %d", s.floor)
	}
}

func abs(n int) int { return max(n, -n) }

func main() {
	s := &sim{calls: map[int]bool{}}
	for i, f := range []int{3, 1, 5, 1} {
		s.after(time.Duration(i)*1500*time.Millisecond, "call", s.call(f))
	}
	steps := 0
	for s.q.Len() > 0 {
		e := heap.Pop(&s.q).(*event)
		s.now = e.at
		e.run(s)
		steps++
	}
	fmt.Println(strings.Join(s.log, "\n"))
	fmt.Println(steps, s.floor, s.dir, direction(-1))
}
