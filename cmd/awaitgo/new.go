package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"

	"awaitgo/site/lesson"
)

const newHelp = `awaitgo new begins a lesson that shows by example what a lesson may hold.

Usage:
  awaitgo new lesson NAME [--in DIR]

NAME is the lesson's folder, such as 39-select; without a number it gets the
next one that is free. What is there already is never overwritten.

  --in DIR   the folder of lessons (the current one)
`

// skeleton is the lesson that new writes; NUMBER and TITLE are filled in.
//
//go:embed skeleton.txtar
var skeleton []byte

var nameForm = regexp.MustCompile(`^(?:(\d{1,6})-)?([\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*)$`)

func (p program) new(args []string) error {
	var in string
	flags := flag.NewFlagSet("new", flag.ContinueOnError)
	flags.StringVar(&in, "in", ".", "")
	operands, err := parseFlags(flags, newHelp, args)
	if err != nil {
		return err
	}
	if len(operands) == 0 || operands[0] != "lesson" {
		return usage("new makes lessons").hint("awaitgo new lesson 39-select")
	}
	if len(operands) != 2 {
		return usage("a new lesson takes one name, and got %d", len(operands)-1).hint("awaitgo new lesson 39-select; write dashes for spaces")
	}
	form := nameForm.FindStringSubmatch(operands[1])
	if form == nil {
		return usage("%q can't be a lesson's name", operands[1]).hint("it is a folder and an address: letters, digits and dashes, such as 39-select")
	}
	if err := isFolder(in); err != nil {
		return err
	}
	number, name := form[1], form[2]
	if number == "" {
		number = fmt.Sprint(nextNumber(os.DirFS(in)))
	}
	dir := filepath.Join(in, number+"-"+name)
	title := strings.ToUpper(name[:1]) + strings.NewReplacer("-", " ", "_", " ").Replace(name[1:])
	if err := writeSkeleton(dir, number, title); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s is begun; to see it as you write: awaitgo serve --watch %s\n", dir, in)
	return nil
}

// nextNumber is one more than the largest number of the lessons there.
func nextNumber(lessons fs.FS) int {
	next := 1
	all, _ := lesson.ParseAll(lessons) // their mistakes are theirs
	for _, l := range all {
		next = max(next, l.Number+1)
	}
	return next
}

// writeSkeleton writes the lesson's folder, which must not be there.
func writeSkeleton(dir, number, title string) error {
	if err := os.Mkdir(dir, 0o777); errors.Is(err, fs.ErrExist) {
		return failure("there is a %s already, and it stays as it is", dir).hint("choose another name")
	} else if err != nil {
		return failure("%w", err)
	}
	fill := strings.NewReplacer("NUMBER", number, "TITLE", title)
	for _, file := range txtar.Parse(skeleton).Files {
		name := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return failure("%w", err)
		}
		if err := os.WriteFile(name, []byte(fill.Replace(string(file.Data))), 0o666); err != nil {
			return failure("%w", err)
		}
	}
	return nil
}
