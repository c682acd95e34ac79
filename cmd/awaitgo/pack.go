package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"awaitgo/site"
	"awaitgo/site/pack"
)

const packHelp = `awaitgo pack puts a course, or one lesson, into one file.

Usage:
  awaitgo pack --single-file -o FILE.html [DIR] [--lesson N] [--title TITLE] [--exact]

DIR is a folder of lessons, as for awaitgo build. Without DIR it is the course
inside this program.

  --single-file   one HTML file that runs when it is opened from a disk, without any network
  -o FILE         where it goes
  --lesson N      one lesson alone: its number, or its folder's name
  --title TITLE   the course's name (Await, Go!)
  --exact         with the exact engine, for programs that need it: some 50 MB more
`

func (p program) pack(args []string) error {
	var single bool
	var out, title string
	var opts pack.Options
	flags := flag.NewFlagSet("pack", flag.ContinueOnError)
	flags.BoolVar(&single, "single-file", false, "")
	flags.StringVar(&out, "o", "", "")
	flags.StringVar(&opts.Lesson, "lesson", "", "")
	flags.StringVar(&title, "title", "", "")
	flags.BoolVar(&opts.Exact, "exact", false, "")
	operands, err := parseFlags(flags, packHelp, args)
	if err != nil {
		return err
	}
	switch {
	case len(operands) > 1:
		return usage("pack takes one folder of lessons, and got %d", len(operands)).hint("awaitgo pack --single-file -o course.html lessons")
	case !single:
		return usage("what is to be packed?").hint("--single-file makes one HTML file; see awaitgo pack --help")
	case out == "":
		return usage("where should the package go?").hint("name a file: -o course.html")
	}
	lessons, dir := p.course, "lessons"
	if len(operands) == 1 {
		dir = operands[0]
		if err := isFolder(dir); err != nil {
			return err
		}
		lessons = os.DirFS(dir)
	}
	temp, err := os.MkdirTemp("", "awaitgo-")
	if err != nil {
		return failure("%w", err)
	}
	defer os.RemoveAll(temp)
	built := filepath.Join(temp, "site")
	if err := p.buildSite(lessons, dir, built, site.Options{Title: title, NoOffline: true}); err != nil {
		return err
	}
	content, err := pack.SingleFile(os.DirFS(built), p.bundle, opts)
	switch {
	case errors.Is(err, pack.ErrNoLesson):
		return failure("%w", err).hint("name it by its number, as in --lesson 38, or by its folder")
	case errors.Is(err, fs.ErrNotExist):
		return failure("%w", err).hint("this awaitgo was built without packages: run make build, and use bin/awaitgo")
	case err != nil:
		return failure("%w", err)
	}
	if err := os.WriteFile(out, content, 0o666); err != nil {
		return failure("%w", err)
	}
	fmt.Fprintf(p.stdout, "%s is packed: %.1f MB\n", out, float64(len(content))/1e6)
	return nil
}
