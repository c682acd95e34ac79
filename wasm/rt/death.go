package rt

import (
	"fmt"
	"os"
)

// Death is an end that Go's runtime brings about: a panic that nobody recovers, a
// deadlock, or another fatal error.
type Death struct {
	Kind string // "panic", "deadlock" or "fatal"; or "failed" if it is the interpreter that failed
	Text string // what a terminal shows, up to the exit status
	File string // where in the program, if that is known
	Line int    // from 1; 0 if it is not known
}

// Die tells of a death and ends the process. It writes to standard error; an engine
// that has another way to tell puts its own function here before the program starts.
var Die = func(d Death) {
	fmt.Fprint(os.Stderr, d.Text)
	if d.Kind == "failed" {
		os.Exit(ExitFailed)
	}
	os.Exit(2)
}

// die is Die for a death at a site.
func die(kind, text string, site int) {
	d := Death{Kind: kind, Text: text}
	d.File, d.Line = fileLine(site)
	Die(d)
}
