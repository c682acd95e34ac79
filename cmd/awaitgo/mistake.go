package main

import (
	"errors"
	"fmt"

	"awaitgo/site/lesson"
)

// What this command says when something is wrong: one line that begins with
// its name and tells what happened and where, and a hint with what to do.
// Mistakes in lessons stand on lines of their own, as FILE:LINE:COLUMN: MESSAGE, so
// that editors find them.

// mistake is an error that a person can do something about.
type mistake struct {
	err    error
	advice string
	code   int
}

func (m *mistake) Error() string { return m.err.Error() }
func (m *mistake) Unwrap() error { return m.err }

// failure is a mistake in what the command was given.
func failure(format string, args ...any) *mistake {
	return &mistake{err: fmt.Errorf(format, args...), code: failed}
}

// usage is a mistake in how the command was called.
func usage(format string, args ...any) *mistake {
	return &mistake{err: fmt.Errorf(format, args...), code: misuse}
}

func (m *mistake) hint(format string, args ...any) *mistake {
	m.advice = fmt.Sprintf(format, args...)
	return m
}

// helpWanted is no mistake: the text that --help asked for.
type helpWanted string

func (h helpWanted) Error() string { return string(h) }

// finish tells how a command ended, and gives its exit code.
func (p program) finish(err error) int {
	if err == nil {
		return ok
	}
	if text, wanted := err.(helpWanted); wanted {
		fmt.Fprint(p.stdout, string(text))
		return ok
	}
	m := &mistake{code: failed}
	errors.As(err, &m)
	fmt.Fprintf(p.stderr, "awaitgo: %v\n", err)
	if m.advice != "" {
		fmt.Fprintf(p.stderr, "hint: %s\n", m.advice)
	}
	return m.code
}

// lessonMistakes lists the mistakes that an error of package lesson joins.
func lessonMistakes(err error) []*lesson.Mistake {
	if m, is := err.(*lesson.Mistake); is {
		return []*lesson.Mistake{m}
	}
	joined, is := err.(interface{ Unwrap() []error })
	if !is {
		return nil
	}
	var all []*lesson.Mistake
	for _, err := range joined.Unwrap() {
		all = append(all, lessonMistakes(err)...)
	}
	return all
}
