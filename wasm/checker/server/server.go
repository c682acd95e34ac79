package server

import (
	"fmt"
	"strings"

	"awaitgo/wasm/checker/assist"
	"awaitgo/wasm/checker/diagnose"
	"awaitgo/wasm/checker/hint"
	"awaitgo/wasm/checker/operation"
	"awaitgo/wasm/checker/program"
	"awaitgo/wasm/checker/vet"
	"awaitgo/wasm/export"
)

// Server answers one question after the other.
type Server struct {
	archive   *export.Archive
	checker   *diagnose.Checker
	loader    *program.Loader
	assistant *assist.Assistant
	// hints holds those of the last check, as most messages stay while one types.
	hints map[[2]string]string
}

// New returns a Server for programs that import packages of the archive.
func New(archive *export.Archive) (*Server, error) {
	checker, err := diagnose.New(archive)
	if err != nil {
		return nil, err
	}
	loader := program.NewLoader(archive)
	return &Server{archive, checker, loader, assist.New(archive, loader), nil}, nil
}

// Answer answers a question. If it can't, for a mistake of ours, the answer says so, and
// the next question finds the server as it was.
func (s *Server) Answer(q Question) (answer Answer) {
	defer func() {
		if p := recover(); p != nil {
			answer = Answer{ID: q.ID, Error: fmt.Sprintf("The checker failed on this program: %v.", p)}
		}
	}()
	if _, ok := q.Files[q.File]; !ok && q.Kind != "check" && q.Kind != "lower" && q.Kind != "operations" && q.Kind != "hint" && q.Kind != "docs" {
		return Answer{ID: q.ID, Error: "There is no file " + q.File + "."}
	}
	answer = s.answer(q)
	answer.ID = q.ID
	return answer
}

func (s *Server) answer(q Question) Answer {
	t := text(q.Files[q.File])
	at := t.bytes(q.At)
	switch q.Kind {
	case "check":
		return Answer{Check: s.check(q.Files)}
	case "lower":
		report := s.checker.Check(q.Files)
		if len(report.Diagnostics) > 0 || len(s.unavailable(q.Files, report)) > 0 {
			return Answer{Check: s.check(q.Files)}
		}
		return Answer{Lower: s.lower(q.Files, q.Log)}
	case "operations":
		return Answer{Operations: operation.List(s.loader.Load(q.Files))}
	case "complete":
		return Answer{Complete: s.complete(q.Files, q.File, at)}
	case "describe":
		d, ok := s.assistant.Describe(s.loader.Load(q.Files), q.File, at)
		if !ok {
			return Answer{}
		}
		return Answer{Describe: &Description{toRange(q.Files, d.Range), d.Code, d.Doc}}
	case "define":
		r, ok := s.assistant.Definition(s.loader.Load(q.Files), q.File, at)
		if !ok {
			return Answer{}
		}
		return Answer{Define: new(toRange(q.Files, r))}
	case "rename":
		return s.rename(q, at)
	case "format":
		edits, err := s.assistant.Format(q.Files, q.File)
		if err != nil {
			return Answer{Error: err.Error()}
		}
		return Answer{Format: toEdits(q.Files, edits)}
	case "docs":
		if err := s.loader.Importer.AddDocs(q.Text); err != nil {
			return Answer{Error: err.Error()}
		}
		return Answer{}
	case "hint":
		return Answer{Hint: hint.For(q.Text, "")}
	}
	return Answer{Error: "The checker does not know the question " + q.Kind + "."}
}

func (s *Server) check(files map[string]string) *Check {
	report := s.checker.Check(files)
	c := &Check{Text: report.Text(), Diagnostics: []Diagnostic{}, Unavailable: s.unavailable(files, report)}
	hints := map[[2]string]string{}
	add := func(d Diagnostic) {
		key := [2]string{d.Message, lineOf(files[d.File], d.Line)}
		known := false
		if d.Hint, known = s.hints[key]; !known {
			d.Hint = hint.For(key[0], key[1])
		}
		hints[key] = d.Hint
		c.Diagnostics = append(c.Diagnostics, d)
	}
	for _, d := range report.Diagnostics {
		add(Diagnostic{tokenRange(files, d.File, d.Line, d.Column), d.Line, d.Column, d.Message, d.Text, "error", ""})
	}
	if len(report.Diagnostics) == 0 {
		for _, w := range vet.Check(s.loader.Load(files)) {
			r := toRange(files, assist.Range{File: w.SourceFile, From: w.From, To: w.To})
			if w.From == w.To {
				r = tokenRange(files, w.File, w.Line, w.Column)
			}
			add(Diagnostic{r, w.Line, w.Column, w.Message, w.String(), "warning", ""})
		}
	}
	s.hints = hints
	return c
}

// unavailable lists the imports that the instant engine can't serve.
func (s *Server) unavailable(files map[string]string, report diagnose.Report) []Import {
	list := []Import{}
	for _, i := range report.Imports {
		p, ok := s.archive.Package(i.Path)
		if !ok || p.Engine != export.None && p.Engine != export.Part {
			continue
		}
		message := "package " + i.Path + " is not available here"
		if len(list) == 0 {
			message += "; the available packages are " + strings.Join(s.available(), ", ")
		}
		list = append(list, Import{tokenRange(files, i.File, i.Line, i.Column), i.Line, i.Column, i.Path, message})
	}
	return list
}

// available lists the packages that programs can import.
func (s *Server) available() []string {
	var paths []string
	for p := range s.archive.All() {
		if p.Engine == export.Base || p.Engine == export.HTTP {
			paths = append(paths, p.Path)
		}
	}
	return paths
}

func (s *Server) complete(files map[string]string, file string, at int) *Complete {
	t := text(files[file])
	completion := s.assistant.Complete(files, file, at)
	c := &Complete{From: t.units(completion.From), Proposals: []Proposal{}}
	for _, p := range completion.Proposals {
		c.Proposals = append(c.Proposals, Proposal{p.Label, string(p.Kind), p.Detail, p.Doc, p.Near, p.Import})
	}
	return c
}

func (s *Server) rename(q Question, at int) Answer {
	p := s.loader.Load(q.Files)
	if q.To == "" {
		r, err := s.assistant.Renameable(p, q.File, at)
		if err != nil {
			return Answer{Error: err.Error()}
		}
		return Answer{Rename: &Rename{toRange(q.Files, r), []Edit{}}}
	}
	edits, err := s.assistant.Rename(p, q.File, at, q.To)
	if err != nil {
		return Answer{Error: err.Error()}
	}
	return Answer{Rename: &Rename{Range{File: q.File, From: q.At, To: q.At}, toEdits(q.Files, edits)}}
}

func toRange(files map[string]string, r assist.Range) Range {
	t := text(files[r.File])
	return Range{r.File, t.units(r.From), t.units(r.To)}
}

func toEdits(files map[string]string, edits []assist.Edit) []Edit {
	list := []Edit{}
	for _, e := range edits {
		list = append(list, Edit{toRange(files, e.Range), e.Text})
	}
	return list
}
