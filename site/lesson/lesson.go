package lesson

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/sync/errgroup"
)

// Name is the file that makes a folder a lesson.
const Name = "lesson.md"

// A Lesson is what an author wrote: the text as a tree, and in it the
// listings, examples and quiz that the page upgrades.
type Lesson struct {
	Number  int
	Slug    string // the folder's name, or the file's without .md
	File    string // the text's path in the file system it was read from
	Title   Text   // without "Lesson 38:"
	Summary string // the first sentence, plain

	// Body is the text below the title. Besides goldmark's own nodes it
	// holds Example, Exercise, Listing, Pair, Quiz, Details and Element; it holds no
	// raw HTML, no fenced code block, and no link that should not be followed.
	Body   ast.Node
	Source []byte // what the nodes of Body and every Text point into

	Examples  []*Example  // in the order of the text
	Exercises []*Exercise // in the order of the text
	Listings  []*Listing  // in the order of the text
	Programs  []*Program  // in the order of the text
	Quiz      *Quiz       // nil if there is none
	Images    []string    // files beside the text that it shows, sorted
	Links     []Link      // in the order of the text, those to other sites too

	titleLine int
}

// A Format says how lessons are read. The zero value is the format as this
// package specifies it.
type Format struct {
	// UnsafeHTML lets raw HTML through to the page as it stands. It is for
	// authors who trust every lesson as they trust their own scripts.
	UnsafeHTML bool
}

// Parse reads the lesson in the folder dir of fsys. Its error joins every
// [Mistake] in the lesson, in the order of files and lines; beside it comes
// the lesson as far as it could be read.
func Parse(fsys fs.FS, dir string) (*Lesson, error) {
	return Format{}.Parse(fsys, path.Join(dir, Name))
}

// Parse reads the lesson in a file: a lesson.md, or another .md file at the
// root of fsys, whose programs are in the folder of the same name.
func (f Format) Parse(fsys fs.FS, file string) (*Lesson, error) {
	text, err := readText(fsys, file)
	if err != nil {
		return nil, err
	}
	d := newDraft(f, fsys, file, text)
	d.read()
	return d.lesson, d.mistakes.err()
}

// readText reads a lesson's file, but never more than it may have.
func readText(fsys fs.FS, file string) ([]byte, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(text) > MaxSize {
		return nil, &Mistake{File: file, Line: 1, Column: 1, Message: fmt.Sprintf("a lesson has at most %d bytes, and this one has more", MaxSize),
			Hint: "part it into several lessons"}
	}
	return text, checkLimits(file, text)
}

// Find lists the lessons of a course: each folder's lesson.md, and the
// Markdown files at the root whose title numbers them as lessons.
func Find(fsys fs.FS) ([]string, error) {
	files, err := fs.Glob(fsys, "*/"+Name)
	if err != nil {
		return nil, err
	}
	flat, err := fs.Glob(fsys, "*.md")
	if err != nil {
		return nil, err
	}
	for _, file := range flat {
		if file != Name && isNumbered(fsys, file) { // else fsys is a lesson itself
			files = append(files, file)
		}
	}
	slices.Sort(files)
	return files, nil
}

// isNumbered holds for a file whose first lines have the title of a lesson,
// which a readme has not.
func isNumbered(fsys fs.FS, file string) bool {
	f, err := fsys.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 4096))
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(newSource(head))) {
		if title, ok := strings.CutPrefix(line, "# "); ok {
			return titleForm.MatchString(strings.TrimSpace(title))
		}
	}
	return false
}

// Each reads the lessons of a course, several at a time, and calls visit with
// every one, in no order and also several at a time; so the lessons need not
// all be kept. A lesson with mistakes is visited too. The error joins the
// mistakes of all lessons, in the order of files and lines, and what visit
// returned.
func (f Format) Each(fsys fs.FS, visit func(*Lesson) error) error {
	files, err := Find(fsys)
	if err != nil {
		return err
	}
	var (
		jobs  errgroup.Group
		errs  = make([]error, len(files))
		heads = make([]head, len(files))
	)
	jobs.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range files {
		jobs.Go(func() error {
			l, err := f.Parse(fsys, file)
			if l != nil {
				heads[i] = head{file, l.Number, l.Slug, l.titleLine}
				err = errors.Join(err, visit(l))
			}
			errs[i] = err
			return nil
		})
	}
	jobs.Wait()
	for i, err := range refuseTwins(heads) {
		errs[i] = errors.Join(errs[i], err)
	}
	return errors.Join(errs...)
}

// head is what tells a lesson from others.
type head struct {
	file      string
	number    int
	slug      string
	titleLine int
}

// refuseTwins reports lessons that share a number or an address.
func refuseTwins(heads []head) map[int]error {
	wrong := map[int]error{}
	byNumber, bySlug := map[int]head{}, map[string]head{}
	for i, h := range heads {
		if h.file == "" || h.titleLine == 0 {
			continue // its own mistakes come first
		}
		m := &Mistake{File: h.file, Line: h.titleLine, Column: 1}
		if twin, taken := byNumber[h.number]; taken {
			m.Message = fmt.Sprintf("lesson %d is already in %s", h.number, twin.file)
			m.Hint = "give each lesson its own number"
			wrong[i] = m
		} else if twin, taken := bySlug[h.slug]; taken {
			m.Message = fmt.Sprintf("%s has the same address, %s/", twin.file, h.slug)
			m.Hint = "rename one of them"
			wrong[i] = m
		} else {
			byNumber[h.number], bySlug[h.slug] = h, h
		}
	}
	return wrong
}

// ParseAll reads the lessons of a course and keeps them, in the order of
// their numbers. Its error joins the mistakes of all of them. A file
// system without lessons gives an empty course, not an error.
func ParseAll(fsys fs.FS) ([]*Lesson, error) {
	var mu sync.Mutex
	var lessons []*Lesson
	err := Format{}.Each(fsys, func(l *Lesson) error {
		mu.Lock()
		defer mu.Unlock()
		lessons = append(lessons, l)
		return nil
	})
	slices.SortFunc(lessons, func(a, b *Lesson) int { return cmp.Compare(a.Number, b.Number) })
	return lessons, err
}
