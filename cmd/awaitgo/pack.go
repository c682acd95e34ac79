package main

import (
	"bytes"
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
  awaitgo pack --scorm -o FILE.zip [DIR] [--lesson N] [--title TITLE] [--exact] [--pass N]
  awaitgo pack --cmi5 -o FILE.zip [DIR] ... [--pass N] [--connect URL]...

DIR is a folder of lessons, as for awaitgo build. Without DIR it is the course
inside this program.

  --single-file   one HTML file that runs when it is opened from a disk, without any network
  --scorm         a zip for a learning system that takes SCORM 1.2: Moodle, Canvas, ILIAS, ...
  --cmi5          a zip for one that takes cmi5, and gets statements by xAPI
  -o FILE         where it goes
  --lesson N      one lesson alone: its number, or its folder's name
  --title TITLE   the course's name (Await, Go!)
  --exact         with the exact engine, for programs that need it: some 50 MB more
  --pass N        the per cent of questions and exercises that pass the course (80);
                  what the learning system says about that goes before it
  --connect URL   of cmi5: the site that statements go to, and no other (any by https);
                  may be given several times
`

func (p program) pack(args []string) error {
	var single, scorm, cmi5 bool
	var out, title string
	var opts pack.Options
	flags := flag.NewFlagSet("pack", flag.ContinueOnError)
	flags.BoolVar(&single, "single-file", false, "")
	flags.BoolVar(&scorm, "scorm", false, "")
	flags.BoolVar(&cmi5, "cmi5", false, "")
	flags.StringVar(&out, "o", "", "")
	flags.StringVar(&opts.Lesson, "lesson", "", "")
	flags.StringVar(&title, "title", "", "")
	flags.BoolVar(&opts.Exact, "exact", false, "")
	flags.IntVar(&opts.Pass, "pass", pack.PassMark, "")
	flags.Func("connect", "", func(url string) error {
		opts.Connects = append(opts.Connects, url)
		return nil
	})
	operands, err := parseFlags(flags, packHelp, args)
	if err != nil {
		return err
	}
	kinds := 0
	for _, chosen := range []bool{single, scorm, cmi5} {
		if chosen {
			kinds++
		}
	}
	switch {
	case len(operands) > 1:
		return usage("pack takes one folder of lessons, and got %d", len(operands)).hint("awaitgo pack --single-file -o course.html lessons")
	case kinds == 0:
		return usage("what is to be packed?").hint("--single-file makes one HTML file, --scorm and --cmi5 a zip for a learning system; see awaitgo pack --help")
	case kinds > 1:
		return usage("a file is packed for one use").hint("call pack once for each of --single-file, --scorm and --cmi5")
	case out == "":
		return usage("where should the package go?").hint("name a file: -o course.html, or -o course.zip for a learning system")
	case opts.Pass < 1 || opts.Pass > 100:
		return usage("--pass %d is no per cent", opts.Pass).hint("--pass 80 asks for four out of five")
	case len(opts.Connects) > 0 && !cmi5:
		return usage("--connect is of --cmi5: other packages reach nothing")
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
	var content bytes.Buffer
	switch from := os.DirFS(built); {
	case scorm:
		err = pack.SCORM(&content, from, p.bundle, opts)
	case cmi5:
		err = pack.CMI5(&content, from, p.bundle, opts)
	default:
		err = pack.SingleFile(&content, from, p.bundle, opts)
	}
	switch {
	case errors.Is(err, pack.ErrNoLesson):
		return failure("%w", err).hint("name it by its number, as in --lesson 38, or by its folder")
	case errors.Is(err, pack.ErrOrigin):
		return usage("--connect %w", err).hint("--connect https://lrs.example.org")
	case errors.Is(err, fs.ErrNotExist):
		return failure("%w", err).hint("this awaitgo was built without packages: run make build, and use bin/awaitgo")
	case err != nil:
		return failure("%w", err)
	}
	if err := os.WriteFile(out, content.Bytes(), 0o666); err != nil {
		return failure("%w", err)
	}
	fmt.Fprintf(p.stdout, "%s is packed: %.1f MB\n", out, float64(content.Len())/1e6)
	return nil
}
