package rt

import "iter"

// Loop is the state of a loop over an iterator function.
type Loop struct {
	Code  int // how the body left the loop
	state int
	site  int
}

const (
	ready = iota
	running
	stopped // the body returned false
	done    // the iterator returned
	panicked
)

// NewLoop returns a loop that is about to call its iterator.
func NewLoop(site int) *Loop { return &Loop{site: site} }

type loopError struct{ text string }

func (e *loopError) Error() string { return "runtime error: range function " + e.text }
func (e *loopError) RuntimeError() {}

// Enter begins an iteration.
func (l *Loop) Enter() {
	switch l.state {
	case running:
		panic(&loopError{"continued iteration after loop body panic"})
	case stopped:
		panic(&loopError{"continued iteration after function for loop body returned false"})
	case done:
		panic(&loopError{"continued iteration after whole loop exit"})
	}
	l.state = running
}

// Leave ends an iteration; there may be another.
func (l *Loop) Leave() { l.state = ready }

// Stop ends the loop; the code says where the program goes on.
func (l *Loop) Stop(code int) { l.Code, l.state = code, stopped }

// Done says that the iterator has returned.
func (l *Loop) Done() {
	if l.state == running {
		panic(&loopError{"recovered a loop body panic and did not resume panicking"})
	}
	l.state = done
}

// Pull and Pull2 are those of package iter, for values of any type.
func Pull(seq func(yield func(any) bool)) (next func() (any, bool), stop func()) {
	return iter.Pull(seq)
}

func Pull2(seq func(yield func(any, any) bool)) (next func() (any, any, bool), stop func()) {
	return iter.Pull2(seq)
}
