package check

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"awaitgo/site/lesson"
)

// program is one of a lesson's programs and what is known about it.
type program struct {
	lesson   *lesson.Lesson
	source   *lesson.Program
	question *lesson.Question // that it belongs to; nil for most

	folder  string // in the workshop: p0001
	network bool   // it imports net/http
	sound   bool   // it compiles, as far as is known
}

// file is where the program is written, and whether that is the lesson's text.
func (p *program) file() (name string, inText bool) {
	if p.source.Dir == "" {
		return p.lesson.File, true
	}
	return path.Join(p.source.Dir, "main.go"), false
}

// place finds a place of the program in the file that it is written in.
func (p *program) place(line, column int) (file string, inFile, inLine int) {
	file, inText := p.file()
	if !inText {
		return file, line, column
	}
	// The fence, and the list that it is in, may be indented.
	text := bytes.Split(p.lesson.Source, []byte("\n"))
	code := strings.Split(p.source.Go, "\n")
	inFile = p.source.Line + line
	if line <= len(code) && inFile <= len(text) {
		column += max(0, bytes.Index(text[inFile-1], []byte(code[line-1])))
	}
	return file, inFile, column
}

func (c *checker) findings(p *program, rule string, line, column int, hint, formatting string, args ...any) {
	f := Finding{Rule: rule, Message: fmt.Sprintf(formatting, args...), Hint: hint}
	f.File, f.Line, f.Column = p.place(line, column)
	c.add(f)
}

// programs lists the programs of all lessons.
func (c *checker) programs() []*program {
	var all []*program
	for _, l := range c.asked() {
		asked := map[*lesson.Program]*lesson.Question{}
		if l.Quiz != nil {
			for _, q := range l.Quiz.Questions {
				for _, n := range q.Body {
					for _, source := range shown(n) {
						asked[source] = q
					}
				}
			}
		}
		for _, source := range l.Programs {
			if source.Go == "" {
				continue // a mistake that is known
			}
			all = append(all, &program{
				lesson: l, source: source, question: asked[source],
				folder: fmt.Sprintf("p%04d", len(all)),
			})
		}
	}
	return all
}

// shown lists the programs that a block shows.
func shown(root ast.Node) []*lesson.Program {
	var sources []*lesson.Program
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *lesson.Listing:
			if n.Program != nil {
				sources = append(sources, n.Program)
			}
		case *lesson.Pair:
			sources = append(sources, n.Go.Program)
		}
		return ast.WalkContinue, nil
	})
	return sources
}

// checkPrograms takes every program from its text to its output.
func (c *checker) checkPrograms() error {
	programs := c.programs()
	c.report.Programs = len(programs)
	for _, p := range programs {
		c.checkText(p)
	}
	shop, err := newWorkshop(c, programs)
	if err != nil {
		return err
	}
	defer shop.close()
	if c.opts.Go != "" {
		if err := shop.build(); err != nil {
			return err
		}
	}
	return shop.run()
}

// checkText holds a program to what its text alone shows.
func (c *checker) checkText(p *program) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "main.go", p.source.Go, parser.SkipObjectResolution)
	if list := (scanner.ErrorList)(nil); errors.As(err, &list) {
		for i, e := range list {
			if i == 0 || e.Pos.Line != list[i-1].Pos.Line {
				c.findings(p, "compile", e.Pos.Line, e.Pos.Column, "", "%s", e.Msg)
			}
		}
		return
	}
	if file.Name.Name != "main" {
		at := files.Position(file.Name.Pos())
		c.findings(p, "compile", at.Line, at.Column, "a program begins with package main", "this is package %s", file.Name.Name)
		return
	}
	p.sound = true
	for _, spec := range file.Imports {
		if spec.Path.Value == `"net/http"` {
			p.network = true
		}
	}
	formatted, err := format.Source([]byte(p.source.Go))
	if err != nil || string(formatted) == p.source.Go {
		return
	}
	hint := "gofmt -w does it"
	if p.source.Dir == "" {
		hint = "write it as gofmt does"
	}
	line := firstDifference(p.source.Go, string(formatted))
	c.findings(p, "gofmt", line, 1, fmt.Sprintf("%s: %s", hint, lineOf(string(formatted), line)), "not as gofmt writes it")
}

// firstDifference is the number of the first line that differs.
func firstDifference(a, b string) int {
	other := strings.Split(b, "\n")
	for i, line := range strings.Split(a, "\n") {
		if i >= len(other) || line != other[i] {
			return i + 1
		}
	}
	return strings.Count(a, "\n") + 1
}

func lineOf(text string, number int) string {
	lines := strings.Split(text, "\n")
	if number > len(lines) || strings.TrimSpace(lines[number-1]) == "" {
		return "a line less, or more"
	}
	return strings.TrimSpace(lines[number-1])
}
