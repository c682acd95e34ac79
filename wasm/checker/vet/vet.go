//go:build overlay

package vet

import (
	"cmd/vet/govet"

	"awaitgo/wasm/checker/program"
)

// Check returns the warnings in the order in which go vet prints them. A program with
// errors gets none.
func Check(p *program.Program) []Warning {
	if len(p.Errors) > 0 {
		return nil
	}
	var list []Warning
	for _, w := range govet.Run(govet.Package{Fset: p.Fset, Files: p.Syntax(), Types: p.Types, Info: p.Info, Sizes: program.Sizes}) {
		at := p.Fset.Position(w.Pos)
		file, from := p.Offset(w.Pos)
		to := from
		if w.End.IsValid() {
			_, to = p.Offset(w.End)
		}
		list = append(list, Warning{w.Pass, at.Filename, at.Line, at.Column, w.Text, file, from, to})
	}
	return list
}
