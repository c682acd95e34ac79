package lang

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"io/fs"
	"strings"
)

// Options says where the standard library's types and sources come from.
type Options struct {
	// Importer finds the types of the standard library's packages, and of the
	// modules that the engine offers.
	Importer types.Importer
	// Source holds the standard library's source as in GOROOT/src. Only the
	// generic packages are read: cmp, iter, maps, slices.
	Source fs.FS
	// Log makes the program say where it is before it calls what a run's event log
	// tells of.
	Log bool
}

// Program is a program in core Go.
type Program struct {
	// Files maps a file name to source: one package main.
	Files map[string]string
	// Imports lists the import paths that the lowered files use, sorted.
	Imports []string
}

// Rejected lists why a program is not valid Go, as go/types words it.
type Rejected []types.Error

func (r Rejected) Error() string {
	lines := make([]string, len(r))
	for i, e := range r {
		p := e.Fset.Position(e.Pos)
		lines[i] = fmt.Sprintf("./%s:%d:%d: %s", p.Filename, p.Line, p.Column, e.Msg)
	}
	return strings.Join(lines, "\n")
}

// Refused says why a valid program can't run on the instant engine.
type Refused struct {
	Reason string
	File   string
	Line   int // 0 if no line is to blame
}

func (r *Refused) Error() string {
	if r.Line == 0 {
		return r.Reason
	}
	return fmt.Sprintf("./%s:%d: %s", r.File, r.Line, r.Reason)
}

// Lower translates the program made of the files, which are package main's, keyed
// by name. The error is a Rejected or a *Refused.
func Lower(files map[string]string, opts Options) (program *Program, err error) {
	main, err := check(files, opts)
	if err != nil {
		return nil, err
	}
	l := newLowerer(main, opts)
	defer func() {
		// Deep in an expression nothing sensible can be returned beside a refusal.
		if r := recover(); r != nil {
			refused, ok := r.(*Refused)
			if !ok {
				panic(r)
			}
			program, err = nil, refused
		}
	}()
	return l.program(), nil
}

// refuse ends the translation.
func (l *lowerer) refuse(at ast.Node, format string, args ...any) {
	r := &Refused{Reason: fmt.Sprintf(format, args...)}
	if at != nil {
		r.File, r.Line = l.position(at.Pos())
	}
	panic(r)
}

func (l *lowerer) position(pos token.Pos) (file string, line int) {
	p := l.main.fset.Position(pos)
	return p.Filename, p.Line
}
