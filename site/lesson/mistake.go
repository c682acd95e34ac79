package lesson

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// A Mistake is something in a lesson that can't be meant, and where it is.
type Mistake struct {
	File    string // path in the file system that the lesson was read from
	Line    int    // counted from 1
	Column  int    // in characters, counted from 1; where the whole line is meant, where its text begins
	Message string
	Hint    string // what to do about it; empty if the message says it all
}

func (m *Mistake) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", m.File, m.Line, max(1, m.Column), m.Message)
}

// mistakes collects what is wrong with one lesson, so that an author sees all
// of it at once.
type mistakes []*Mistake

func (ms *mistakes) add(file string, line int, hint, format string, args ...any) {
	ms.addAt(file, line, 1, hint, format, args...)
}

func (ms *mistakes) addAt(file string, line, column int, hint, format string, args ...any) {
	*ms = append(*ms, &Mistake{File: file, Line: line, Column: column, Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (ms mistakes) err() error {
	slices.SortStableFunc(ms, func(a, b *Mistake) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	var errs []error
	for _, m := range ms {
		errs = append(errs, m)
	}
	return errors.Join(errs...)
}
