package site

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"awaitgo/site/lesson"
)

// Options say how a site is built. The zero value is good.
type Options struct {
	Title       string // the course's name; "" means Await, Go!
	Precompress bool   // write .br and .gz beside each file that shrinks
	NoOffline   bool   // no service worker, and remove the one that browsers may have
}

// What a build can lack.
var (
	ErrNoLessons = errors.New("there is no lesson: no folder with a " + lesson.Name)
	ErrNoBundle  = errors.New("the browser bundle is missing")
)

// Build writes the site of the lessons, folders of the file system that hold a
// lesson.md, into the folder out. The folder appears complete or not at all: a
// site that an earlier build left there is replaced at the end, and any
// other folder that holds files is refused with [ErrForeign].
//
// Mistakes in lessons come back joined, each a [lesson.Mistake].
func Build(lessons, bundle fs.FS, out string, opts Options) error {
	course, err := lesson.ParseAll(lessons)
	if err != nil {
		return err
	}
	if len(course) == 0 {
		return ErrNoLessons
	}
	if !complete(bundle) {
		return ErrNoBundle
	}
	o, err := newOutput(out)
	if err != nil {
		return err
	}
	defer o.discard()
	if opts.Title == "" {
		opts.Title = "Await, Go!"
	}
	if err := write(o, course, lessons, bundle, opts); err != nil {
		return err
	}
	return o.publish()
}

func write(o *output, course []*lesson.Lesson, lessons, bundle fs.FS, opts Options) error {
	if err := copyBundle(o, bundle); err != nil {
		return fmt.Errorf("browser bundle: %w", err)
	}
	for i, l := range course {
		if slices.Contains([]string{"assets", "embed", "engine"}, l.Slug) {
			return &lesson.Mistake{File: l.File, Line: 1, Message: "the folder's name is one that the site needs itself", Hint: "rename " + l.Slug}
		}
		html, err := lessonPage(course, i, opts)
		if err != nil {
			return fmt.Errorf("%s: %w", l.File, err)
		}
		if err := o.write(path.Join(l.Slug, "index.html"), html); err != nil {
			return err
		}
		for _, image := range l.Images {
			if err := o.copy(path.Join(l.Slug, image), lessons, path.Join(path.Dir(l.File), image)); err != nil {
				return err
			}
		}
	}
	html, err := indexPage(course, opts)
	if err != nil {
		return err
	}
	if err := o.write("index.html", html); err != nil {
		return err
	}
	if err := writeEmbed(o, course, opts); err != nil {
		return err
	}
	if err := writeInstallable(o, opts); err != nil {
		return err
	}
	if err := writeWorker(o, bundle, lessons, opts); err != nil {
		return fmt.Errorf("offline use: %w", err)
	}
	if opts.Precompress {
		return precompress(o)
	}
	return nil
}
