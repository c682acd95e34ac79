package lesson

import (
	"io/fs"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// draft is a lesson while it is read: the tree as Markdown gives it, which
// step by step becomes the tree that Lesson.Body promises.
type draft struct {
	format   Format
	fsys     fs.FS
	dir      string // where the programs are
	base     string // what images and links are relative to
	src      source
	lines    lineStarts
	lesson   *Lesson
	mistakes mistakes
	programs []*Program // of the folder, sorted by name

	examples  map[int]bool      // the numbers that are taken
	questions map[int]*Question // by number
}

func newDraft(format Format, fsys fs.FS, file string, markdown []byte) *draft {
	src := newSource(markdown)
	base := path.Dir(file)
	slug, _ := slugOf(file)
	dir := base
	if path.Base(file) != Name {
		dir = strings.TrimSuffix(file, ".md")
	}
	context := parser.NewContext()
	body := format.parser().Parse(text.NewReader(src), parser.WithContext(context))
	refusals, _ := context.Get(refusalsKey).([]refusal)
	d := &draft{
		format:    format,
		fsys:      fsys,
		dir:       dir,
		base:      base,
		src:       src,
		lines:     newLineStarts(src),
		examples:  map[int]bool{},
		questions: map[int]*Question{},
		lesson: &Lesson{
			Slug:   slug,
			File:   file,
			Source: src,
			Body:   body,
		},
	}
	for _, r := range refusals {
		d.wrong(r.pos, r.hint, "%s", r.message)
	}
	return d
}

// read takes the steps in the only order that works: what stands in a line
// before the blocks that are cut up by lines, listings before the programs
// that join them, sections before what belongs to a section, and last the quiz,
// whose parts leave the tree.
func (d *draft) read() {
	d.cleanInlines()
	d.checkDetails()
	d.takeTitle()
	d.lesson.Summary = summary(d.lesson.Body, d.src)
	d.replaceFences()
	d.cutSections()
	d.readPrograms()
	d.placePrograms()
	d.nameHeadings()
	d.collectListings()
	d.readQuiz()
}

// wrong notes a mistake at a place in lesson.md.
func (d *draft) wrong(pos int, hint, format string, args ...any) {
	line, column := d.lines.place(d.src, pos)
	d.mistakes.addAt(d.lesson.File, line, column, hint, format, args...)
}

// line is the number of the line that holds the byte at pos.
func (d *draft) line(pos int) int {
	line, _ := d.lines.place(d.src, pos)
	return line
}

// all lists the nodes of one type in the order of the text. It is a list, so
// that its reader may change the tree.
func all[N ast.Node](root ast.Node) []N {
	var found []N
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if typed, ok := n.(N); ok && entering {
			found = append(found, typed)
		}
		return ast.WalkContinue, nil
	})
	return found
}

// children lists a node's children, so that they can be moved meanwhile.
func children(parent ast.Node) []ast.Node {
	var list []ast.Node
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		list = append(list, n)
	}
	return list
}

func remove(n ast.Node) {
	n.Parent().RemoveChild(n.Parent(), n)
}

func replace(old, new ast.Node) {
	old.Parent().ReplaceChild(old.Parent(), old, new)
}
