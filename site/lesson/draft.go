package lesson

import (
	"io/fs"
	"path"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// draft is a lesson while it is read: the tree as Markdown gives it, which
// step by step becomes the tree that Lesson.Body promises.
type draft struct {
	fsys     fs.FS
	dir      string
	src      source
	lesson   *Lesson
	mistakes mistakes
	programs []*Program // of the folder, sorted by name
}

func newDraft(fsys fs.FS, dir string, markdown []byte) *draft {
	src := newSource(markdown)
	return &draft{
		fsys: fsys,
		dir:  dir,
		src:  src,
		lesson: &Lesson{
			Slug:   path.Base(dir),
			File:   path.Join(dir, Name),
			Source: src,
			Body:   markdownParser.Parse(text.NewReader(src)),
		},
	}
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
	d.mistakes.add(d.lesson.File, d.src.line(pos), hint, format, args...)
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
