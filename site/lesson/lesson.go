package lesson

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/yuin/goldmark/ast"
)

// Name is the file that makes a folder a lesson.
const Name = "lesson.md"

// A Lesson is what an author wrote: the text as a tree, and in it the
// listings, examples and quiz that the page upgrades.
type Lesson struct {
	Number  int
	Slug    string // the folder's name
	File    string // lesson.md's path in the file system it was read from
	Title   Text   // without "Lesson 38:"
	Summary string // the first sentence, plain

	// Body is the text below the title. Besides goldmark's own nodes it
	// holds Example, Listing, Pair, Quiz, Details and Element; it holds no
	// raw HTML, no fenced code block, and no link that should not be followed.
	Body   ast.Node
	Source []byte // what the nodes of Body and every Text point into

	Examples []*Example // in the order of the text
	Listings []*Listing // in the order of the text
	Programs []*Program // in the order of the text
	Quiz     *Quiz      // nil if there is none
	Images   []string   // files of the folder that the text shows, sorted

	titleLine int
}

// Parse reads the lesson in the folder dir of fsys. Its error joins every
// [Mistake] in the lesson, in the order of files and lines.
func Parse(fsys fs.FS, dir string) (*Lesson, error) {
	file := path.Join(dir, Name)
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	d := newDraft(fsys, dir, text)
	d.read()
	if err := d.mistakes.err(); err != nil {
		return nil, err
	}
	return d.lesson, nil
}

// ParseAll reads every folder of fsys that holds a lesson.md, in the order of
// the lessons' numbers. Its error joins the mistakes of all of them. A file
// system without lessons gives an empty course, not an error.
func ParseAll(fsys fs.FS) ([]*Lesson, error) {
	files, err := fs.Glob(fsys, "*/"+Name)
	if err != nil {
		return nil, err
	}
	var (
		lessons  []*Lesson
		mistakes []error
		byNumber = map[int]*Lesson{}
	)
	for _, file := range files {
		l, err := Parse(fsys, path.Dir(file))
		if err != nil {
			mistakes = append(mistakes, err)
			continue
		}
		if twin := byNumber[l.Number]; twin != nil {
			mistakes = append(mistakes, &Mistake{
				File:    l.File,
				Line:    l.titleLine,
				Message: fmt.Sprintf("lesson %d is already in %s", l.Number, twin.File),
				Hint:    "give each lesson its own number",
			})
			continue
		}
		byNumber[l.Number] = l
		lessons = append(lessons, l)
	}
	slices.SortFunc(lessons, func(a, b *Lesson) int { return cmp.Compare(a.Number, b.Number) })
	return lessons, errors.Join(mistakes...)
}
