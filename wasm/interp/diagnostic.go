package interp

import (
	"errors"
	"fmt"
	"go/scanner"
	"regexp"
	"strconv"
	"strings"
)

// Diagnostic is one message about the program's source.
type Diagnostic struct {
	File    string `json:"file"`
	Line    int    `json:"line"`   // from 1
	Column  int    `json:"column"` // from 1, in bytes; 0 if not known
	Message string `json:"message"`
}

func (d Diagnostic) String() string {
	if d.Column == 0 {
		return fmt.Sprintf("./%s:%d: %s", d.File, d.Line, d.Message)
	}
	return fmt.Sprintf("./%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message)
}

// Rejected is the error for a program that can't be run, with at least one reason.
type Rejected []Diagnostic

func (r Rejected) Error() string {
	lines := make([]string, len(r))
	for i, d := range r {
		lines[i] = d.String()
	}
	return strings.Join(lines, "\n")
}

// fromSyntax keeps one message a line, in order, and at most ten, as go build does.
func fromSyntax(err error) Rejected {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return Rejected{{File: "main.go", Line: 1, Message: err.Error()}}
	}
	list.Sort()
	list.RemoveMultiples()
	var r Rejected
	for _, e := range list {
		r = append(r, Diagnostic{e.Pos.Filename, e.Pos.Line, e.Pos.Column, "syntax error: " + e.Msg})
		if len(r) == 10 {
			break
		}
	}
	return r
}

// position matches how the interpreter begins a message: file:line:col or, for
// the whole file, line:col.
var position = regexp.MustCompile(`^(?:([^\s:]+\.go):)?(\d+):(\d+): `)

// fromInterpreter turns a compile error of the interpreter into a Diagnostic.
func fromInterpreter(err error) Rejected {
	message := err.Error()
	d := Diagnostic{File: "main.go", Line: 1, Message: message}
	if m := position.FindStringSubmatch(message); m != nil {
		if m[1] != "" {
			d.File = m[1]
		}
		d.Line, _ = strconv.Atoi(m[2])
		d.Column, _ = strconv.Atoi(m[3])
		d.Message = message[len(m[0]):]
	}
	return Rejected{d}
}
