package server

import (
	"errors"
	"fmt"
	"go/types"
	"maps"
	"slices"

	"awaitgo/wasm/export/source"
	"awaitgo/wasm/lang"
)

// Lowered is a program as the instant engine runs it, or why it can't.
type Lowered struct {
	Files map[string]string `json:"files,omitempty"`
	// Reason says why the instant engine can't run the program, and File and Line, if
	// Line is not 0, what in it is to blame.
	Reason string `json:"reason,omitempty"`
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
}

// lower translates a program that builds. A mistake of the translation's own refuses the
// program: another engine can run it.
func (s *Server) lower(files map[string]string, log bool) (lowered *Lowered) {
	defer func() {
		if p := recover(); p != nil {
			lowered = &Lowered{Reason: fmt.Sprintf("its translation failed (%v)", p)}
		}
	}()
	program, err := lang.Lower(files, lang.Options{Importer: s.types(), Source: source.FS(), Log: log})
	var refused *lang.Refused
	switch {
	case err == nil:
		return &Lowered{Files: program.Files}
	case errors.As(err, &refused):
		return &Lowered{Reason: refused.Reason, File: refused.File, Line: refused.Line}
	default:
		// The compiler's type-checker had nothing against the program, and this one has.
		return &Lowered{Reason: err.Error()}
	}
}

// types imports what programs import.
func (s *Server) types() types.Importer { return s.loader.Importer }

func (l *Lowered) encode(w *writer) {
	w.open('{')
	if l.Files != nil {
		w.name("files")
		w.open('{')
		for _, name := range slices.Sorted(maps.Keys(l.Files)) {
			w.string(name, l.Files[name])
		}
		w.close('}')
	}
	w.stringUnlessEmpty("reason", l.Reason)
	w.stringUnlessEmpty("file", l.File)
	w.int("line", l.Line)
	w.close('}')
}
