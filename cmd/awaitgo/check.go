package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"awaitgo/site"
	"awaitgo/site/check"
	"awaitgo/site/lesson"
)

const checkHelp = `awaitgo check holds lessons to everything that they claim and a machine can test.

Usage:
  awaitgo check [DIR] [--json] [--no-run] [--timeout DURATION]

DIR is a folder of lessons, or one lesson's folder; without it, the current
folder. Lessons must be written as the format says; links must lead somewhere;
programs must compile, be formatted and pass go vet, and print their want.txt,
as Go compiles them and on the interpreter that readers have; so must the Python
beside them, and do what its python.jsonl tells; and what a program of the quiz prints must be what the key says.
Clock times in want.txt stand for any other. What a machine lacks (go, python3)
is left out, and said.

Checking runs the lessons' programs on this machine.

  --json               one finding a line, as a JSON object: file, line, column,
                       rule, message, hint, and note if it is not the lesson's fault
  --no-run             compile the programs, and run none
  --timeout DURATION   how long a program may run (30s)

Exit codes: 0 nothing is wrong, 1 something is, 2 the command was misused.
`

func (p program) check(args []string) error {
	var asJSON, noRun bool
	var timeout time.Duration
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	flags.BoolVar(&asJSON, "json", false, "")
	flags.BoolVar(&noRun, "no-run", false, "")
	flags.DurationVar(&timeout, "timeout", 30*time.Second, "")
	operands, err := parseFlags(flags, checkHelp, args)
	if err != nil {
		return err
	}
	course, only, err := lessonsAt("check", operands)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	opts := checkOptions(course)
	opts.NoRun, opts.Timeout, opts.Only = noRun, timeout, only
	format, configErr := site.Format(os.DirFS(course))
	opts.Format = format
	report, err := check.Course(ctx, os.DirFS(course), opts)
	switch {
	case errors.Is(err, context.Canceled):
		return failure("stopped")
	case err != nil:
		return failure("%w", err)
	case report.Lessons == 0:
		return noLesson(filepath.Join(course, only))
	}
	for _, m := range lessonMistakes(configErr) {
		report.Findings = append(report.Findings, check.Finding{
			File: m.File, Line: m.Line, Column: m.Column, Rule: "course", Message: m.Message, Hint: m.Hint})
	}
	return p.tell(report, course, asJSON)
}

// lessonsAt is the folder of lessons that a command was given: the current one
// without. Of one lesson's folder it is the one around, as the lesson's links
// lead to its neighbours; only is then its name.
func lessonsAt(command string, operands []string) (course, only string, err error) {
	if len(operands) > 1 {
		return "", "", usage("%s takes one folder, and got %d", command, len(operands)).hint("awaitgo %s lessons", command)
	}
	dir := "."
	if len(operands) == 1 {
		dir = operands[0]
	}
	if err := isFolder(dir); err != nil {
		return "", "", err
	}
	if !hasFile(os.DirFS(dir), lesson.Name) {
		return dir, "", nil
	}
	full, err := filepath.Abs(dir)
	if err != nil {
		return "", "", failure("%w", err)
	}
	return filepath.Join(dir, ".."), filepath.Base(full), nil
}

func noLesson(dir string) error {
	return failure("%s: there is no lesson", dir).hint("name a folder like lessons, with lessons/1-goroutines/lesson.md in it; awaitgo new makes one")
}

// checkOptions finds on this machine what a check uses.
func checkOptions(dir string) check.Options {
	opts := check.Options{Module: moduleAround(dir)}
	opts.Go, _ = exec.LookPath("go")
	opts.Python, _ = exec.LookPath("python3")
	if self, err := os.Executable(); err == nil {
		opts.Interpreter = []string{self, "run"}
	}
	return opts
}

// moduleAround is the folder of the Go module that a folder is in; "" if none.
func moduleAround(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		if hasFile(os.DirFS(dir), "go.mod") {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// tell prints a report: what is wrong to standard output, the rest beside it.
func (p program) tell(report *check.Report, dir string, asJSON bool) error {
	out := io.Writer(p.stdout)
	for _, f := range report.Findings {
		f.File = filepath.Join(dir, filepath.FromSlash(f.File))
		if asJSON {
			if err := json.NewEncoder(out).Encode(f); err != nil {
				return failure("%w", err)
			}
			continue
		}
		fmt.Fprintln(out, f)
		if f.Hint != "" {
			fmt.Fprintf(out, "\thint: %s\n", f.Hint)
		}
	}
	for _, why := range report.Skipped {
		fmt.Fprintf(p.stderr, "not checked: %s\n", why)
	}
	if n := report.Mistakes(); n > 0 {
		return failure("%s, in %s", count(n, "mistake"), count(report.Lessons, "lesson"))
	}
	if !asJSON {
		fmt.Fprintf(p.stdout, "%s and %s: all is well\n", count(report.Lessons, "lesson"), count(report.Programs, "program"))
	}
	return nil
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
