// Package check holds a course to every claim of its lessons that a machine
// can test.
//
//	format       a lesson is written as package lesson specifies it
//	link         links and anchors lead to pages of the course
//	gofmt        programs stand as gofmt writes them
//	compile      programs compile
//	vet          go vet has nothing to say about them
//	output       main.go prints want.txt
//	python       main.py prints want-python.txt, or want.txt
//	timeline     the Python beside a program does what python.jsonl tells
//	quiz         what a program of the quiz prints is the answer that the key names
//	interpreter  the interpreter that readers have in their browser prints the same
//
// Programs run on this machine, in processes of their own, and with this
// machine's network: whoever checks a course trusts its programs as far as to
// run them. One that imports net/http runs on the interpreter alone, where it
// meets the course's simulated web.
//
// What is missing on the machine (go, python3) is left out, and the report
// says so. This package knows no interpreter: it is given a command.
package check

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"awaitgo/site/lesson"
)

// Options say what to check with. The zero value checks the texts alone.
type Options struct {
	Go          string        // the go command; "" leaves out what needs it
	Python      string        // the python3 command
	Interpreter []string      // a command line that a Go file is added to
	Module      string        // a folder whose go.mod says which modules programs may import; "" allows the standard library
	Only        string        // the slug of the one lesson to report on; "" for all
	NoRun       bool          // run nothing
	Timeout     time.Duration // how long a program may run; 0 means 30 seconds
	Format      lesson.Format
}

// A Finding is something that a lesson claims and that is not so.
type Finding struct {
	File    string `json:"file"` // in the course's file system
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Rule    string `json:"rule"`           // one of those above
	Note    bool   `json:"note,omitempty"` // for the author to know, and not the lesson's fault
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"` // what to do about it
}

func (f Finding) String() string {
	kind := ""
	if f.Note {
		kind = "note: "
	}
	return fmt.Sprintf("%s:%d:%d: %s%s", f.File, f.Line, f.Column, kind, f.Message)
}

// A Report is what a check has found.
type Report struct {
	Lessons  int
	Programs int
	Findings []Finding // by file and line
	Skipped  []string  // what was not checked, and why
}

// Mistakes counts the findings that are more than notes.
func (r *Report) Mistakes() int {
	n := 0
	for _, f := range r.Findings {
		if !f.Note {
			n++
		}
	}
	return n
}

// Course checks all lessons of a course. What is wrong with them is in the
// report; the error is for a check that could not be made.
func Course(ctx context.Context, course fs.FS, opts Options) (*Report, error) {
	c := &checker{ctx: ctx, opts: opts, report: &Report{}}
	c.opts.Timeout = cmp.Or(opts.Timeout, 30*time.Second)
	if opts.Go == "" {
		c.skip("go is not on this machine: programs were neither compiled nor vetted")
	}
	if err := c.read(course); err != nil {
		return nil, err
	}
	c.checkLinks()
	if err := c.checkPrograms(); err != nil {
		return nil, err
	}
	slices.SortFunc(c.report.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
	c.report.Findings = slices.Compact(c.report.Findings)
	c.dropConsequences()
	return c.report, ctx.Err()
}

type checker struct {
	ctx     context.Context
	opts    Options
	lessons []*lesson.Lesson

	mu     sync.Mutex // for what follows
	report *Report
}

func (c *checker) add(f Finding) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.report.Findings = append(c.report.Findings, f)
}

func (c *checker) skip(why string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !slices.Contains(c.report.Skipped, why) {
		c.report.Skipped = append(c.report.Skipped, why)
	}
}

// dropConsequences leaves out that a program doesn't print a file that is not
// there, or can't be read: that is said.
func (c *checker) dropConsequences() {
	missing := map[string]bool{}
	for _, f := range c.report.Findings {
		if f.Rule == "format" {
			missing[f.File] = true
		}
	}
	c.report.Findings = slices.DeleteFunc(c.report.Findings, func(f Finding) bool {
		return (f.Rule == "output" || f.Rule == "python" || f.Rule == "timeline") && missing[f.File]
	})
}

// read reads all lessons and notes how they break the format. A lesson with
// mistakes is checked further, as far as it could be read.
func (c *checker) read(course fs.FS) error {
	var mu sync.Mutex
	err := c.opts.Format.Each(course, func(l *lesson.Lesson) error {
		mu.Lock()
		defer mu.Unlock()
		c.lessons = append(c.lessons, l)
		return nil
	})
	slices.SortFunc(c.lessons, func(a, b *lesson.Lesson) int { return cmp.Compare(a.File, b.File) })
	c.report.Lessons = len(c.asked())
	for err := range leaves(err) {
		var m *lesson.Mistake
		if !errors.As(err, &m) {
			return err
		}
		if c.opts.Only != "" && m.File != c.opts.Only && !strings.HasPrefix(m.File, c.opts.Only+"/") {
			continue
		}
		c.add(Finding{File: m.File, Line: m.Line, Column: max(1, m.Column), Rule: "format", Message: m.Message, Hint: m.Hint})
	}
	return nil
}

// asked lists the lessons to report on.
func (c *checker) asked() []*lesson.Lesson {
	if c.opts.Only == "" {
		return c.lessons
	}
	return slices.DeleteFunc(slices.Clone(c.lessons), func(l *lesson.Lesson) bool { return l.Slug != c.opts.Only })
}

// leaves lists the errors that an error joins, however often.
func leaves(err error) func(yield func(error) bool) {
	return func(yield func(error) bool) {
		var walk func(error) bool
		walk = func(err error) bool {
			if joined, is := err.(interface{ Unwrap() []error }); is {
				return !slices.ContainsFunc(joined.Unwrap(), func(err error) bool { return !walk(err) })
			}
			return yield(err)
		}
		if err != nil {
			walk(err)
		}
	}
}
