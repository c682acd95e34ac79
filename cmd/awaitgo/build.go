package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"awaitgo/site"
	"awaitgo/site/lesson"
)

const buildHelp = `awaitgo build turns a folder of lessons into a site of static files.

Usage:
  awaitgo build DIR [-o OUT] [--title TITLE] [--base-url URL] [--no-offline] [--precompress]

DIR holds a folder for each lesson, and in each of them a lesson.md; or plain
Markdown files whose titles read "# Lesson 1: ...". A course.toml beside them may
set title, language, logo, footer and colours. The site works from any web
server, under any path.

  -o OUT          where the site goes (dist); what an earlier build left there is replaced
  --title TITLE   the course's name (that of course.toml, or Await, Go!)
  --base-url URL  where the site will stand, such as https://example.org/course/:
                  adds canonical links and a sitemap, and leads 404.html home
  --no-offline    no service worker; browsers that have this site's remove it
  --precompress   also write .br and .gz files, for servers that send them
`

func (p program) build(args []string) error {
	var out string
	var opts site.Options
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&out, "o", "dist", "")
	flags.StringVar(&opts.Title, "title", "", "")
	flags.StringVar(&opts.BaseURL, "base-url", "", "")
	flags.BoolVar(&opts.Precompress, "precompress", false, "")
	flags.BoolVar(&opts.NoOffline, "no-offline", false, "")
	operands, err := parseFlags(flags, buildHelp, args)
	if err != nil {
		return err
	}
	if len(operands) != 1 {
		return usage("build takes one folder of lessons, and got %d", len(operands)).hint("awaitgo build lessons -o dist")
	}
	dir := operands[0]
	if err := isFolder(dir); err != nil {
		return err
	}
	if err := p.buildSite(os.DirFS(dir), dir, out, opts); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s is built; to see it: awaitgo serve %s\n", out, out)
	return nil
}

// buildSite builds and explains what goes wrong. dir is where the lessons
// are, as a person would name it.
func (p program) buildSite(lessons fs.FS, dir, out string, opts site.Options) error {
	err := site.Build(lessons, p.bundle, out, opts)
	if mistakes := lessonMistakes(err); mistakes != nil {
		return p.listMistakes(dir, mistakes)
	}
	switch {
	case errors.Is(err, site.ErrNoLessons) && hasFile(lessons, lesson.Name):
		return failure("%s is a lesson, not a folder of lessons", dir).hint("name the folder that it is in")
	case errors.Is(err, site.ErrNoLessons):
		return failure("%s: %w", dir, err).hint("name a folder like lessons, with lessons/1-goroutines/lesson.md in it")
	case errors.Is(err, site.ErrBaseURL):
		return usage("%w", err).hint("--base-url https://example.org/course/")
	case errors.Is(err, site.ErrNoBundle):
		return failure("this awaitgo was built without the browser bundle").hint("run make build, and use bin/awaitgo")
	case errors.Is(err, site.ErrForeign):
		return failure("%w", err).hint("name another folder with -o, or empty this one")
	case err != nil:
		return failure("%w", err)
	}
	return nil
}

// listMistakes prints the mistakes in lessons, so that they can be clicked.
func (p program) listMistakes(dir string, mistakes []*lesson.Mistake) error {
	for _, m := range mistakes {
		at := *m
		at.File = filepath.Join(dir, filepath.FromSlash(m.File))
		fmt.Fprintln(p.stderr, &at)
		if m.Hint != "" {
			fmt.Fprintf(p.stderr, "\thint: %s\n", m.Hint)
		}
	}
	if len(mistakes) == 1 {
		return failure("nothing was built: there is a mistake in the lessons")
	}
	return failure("nothing was built: there are %d mistakes in the lessons", len(mistakes))
}

func isFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failure("there is no folder %s", dir).hint("is the path right? it is looked up from the current folder")
	case err != nil:
		return failure("%w", err)
	case !info.IsDir():
		return failure("%s is a file, not a folder", dir).hint("name the folder that it is in")
	}
	return nil
}

func hasFile(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}
