package vet

import "fmt"

// Warning is one finding.
type Warning struct {
	Pass    string // the part of go vet that found it, such as "copylocks"
	File    string
	Line    int // from 1
	Column  int // in bytes, from 1
	Message string

	// Where the code is that it is about, in bytes; From equals To if only where it
	// begins is known.
	SourceFile string
	From, To   int
}

// String returns the warning as go vet prints it.
func (w Warning) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", w.File, w.Line, w.Column, w.Message)
}
