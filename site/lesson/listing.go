package lesson

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A Listing is code in the page.
type Listing struct {
	ast.BaseBlock
	Lang    string   // "go", "python", "sh" or whatever stands above the fence; may be empty
	Code    string   // what is shown; ends with a newline unless it is empty
	Line    int      // where it stands in lesson.md
	Program *Program // what Run runs, whose code this is; nil if nothing
}

// A Pair is a program in Python and in Go, side by side.
type Pair struct {
	ast.BaseBlock
	Python *Listing
	Go     *Listing // its Program is never nil
}

// Kinds of the two nodes, for renderers.
var (
	KindListing = ast.NewNodeKind("Listing")
	KindPair    = ast.NewNodeKind("Pair")
)

// Kind implements ast.Node.
func (*Listing) Kind() ast.NodeKind { return KindListing }

// Kind implements ast.Node.
func (*Pair) Kind() ast.NodeKind { return KindPair }

// Dump implements ast.Node.
func (n *Listing) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// Dump implements ast.Node.
func (n *Pair) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// langs brings what authors write above a fence to one name a language.
var langs = map[string]string{
	"golang": "go",
	"py":     "python", "python3": "python",
	"bash": "sh", "shell": "sh", "console": "sh",
}

// replaceFences turns fenced and indented code into listings, and those that
// run into programs.
func (d *draft) replaceFences() {
	for _, n := range all[*ast.CodeBlock](d.lesson.Body) {
		replace(n, &Listing{Code: code(n, d.src), Line: d.line(n.Pos())})
	}
	inline := 0
	for _, n := range all[*ast.FencedCodeBlock](d.lesson.Body) {
		l := &Listing{Code: code(n, d.src), Line: d.line(n.Pos())}
		l.SetPos(n.Pos())
		replace(n, l)
		words := strings.Fields(info(n, d.src))
		if len(words) == 0 {
			continue
		}
		l.Lang = lang(words[0])
		if l.Lang != "go" {
			continue
		}
		for _, word := range words[1:] {
			d.readRun(l, word)
		}
		if l.Program != nil && l.Program.Dir == "" {
			inline++
			l.Program.Name = fmt.Sprintf("listing-%d", inline)
		}
	}
}

// readRun reads a word that follows "go" above a fence. A program that the
// word names is only noted here; placePrograms finds it.
func (d *draft) readRun(l *Listing, word string) {
	folder, named := strings.CutPrefix(word, "run=")
	switch {
	case named && l.Code != "":
		d.wrong(l.Pos(), "empty the fence, or write run without a name", "run=%s stands above code", folder)
	case named:
		l.Program = &Program{Name: folder, Dir: path.Join(d.dir, folder)}
	case word != "run":
		d.wrong(l.Pos(), "it may be run or run=FOLDER", "a Go fence can't be %q", word)
	case strings.TrimSpace(l.Code) == "":
		d.wrong(l.Pos(), "write the program, or run=FOLDER", "there is no code to run")
	default:
		l.Program = &Program{Go: l.Code, Line: l.Line}
	}
}

func info(n *ast.FencedCodeBlock, src source) string {
	if n.Info == nil {
		return ""
	}
	return literal(n.Info, src)
}

func lang(word string) string {
	word = strings.ToLower(word)
	if name, ok := langs[word]; ok {
		return name
	}
	return word
}

func code(n ast.Node, src source) string {
	return string(n.Lines().Value(src))
}

// collectListings lists the listings and their programs, once all have found
// their place.
func (d *draft) collectListings() {
	l := d.lesson
	for _, n := range all[ast.Node](l.Body) {
		switch n := n.(type) {
		case *Listing:
			l.Listings = append(l.Listings, n)
		case *Pair:
			l.Listings = append(l.Listings, n.Python, n.Go)
		}
	}
	for _, n := range l.Listings {
		if n.Program != nil && !slices.Contains(l.Programs, n.Program) {
			l.Programs = append(l.Programs, n.Program)
		}
	}
}
