package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"time"

	"awaitgo/site"
	"awaitgo/site/lesson"
	"awaitgo/site/recording"
)

const recordHelp = `awaitgo record stores what the Python of lessons does, for their timelines.

Usage:
  awaitgo record [DIR] [--timeout DURATION]

DIR is a folder of lessons, or one lesson's folder; without it, the current
folder. Where Python that uses asyncio stands beside a program, what its tasks do
is written into that program's folder, as python.jsonl. Readers then see it in one
picture with the goroutines of their run. awaitgo check says when it is stale.

Python runs on this machine, by a clock that takes no time. It must do the same
each time, and wait for nothing but asyncio's own: no thread, no network. What
can't be recorded is left as it is, and said.

  --timeout DURATION   how long a program may compute (30s)
`

func (p program) record(args []string) error {
	var timeout time.Duration
	flags := flag.NewFlagSet("record", flag.ContinueOnError)
	flags.DurationVar(&timeout, "timeout", 30*time.Second, "")
	operands, err := parseFlags(flags, recordHelp, args)
	if err != nil {
		return err
	}
	course, only, err := lessonsAt("record", operands)
	if err != nil {
		return err
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		return failure("python3 is not on this machine").hint("install Python 3.11 or later")
	}
	programs, err := programsWithTasks(course, only)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	for _, one := range programs {
		if err := p.recordProgram(ctx, python, course, one, timeout); err != nil {
			return err
		}
	}
	if len(programs) == 0 {
		fmt.Fprintln(p.stdout, "there is no Python with asyncio beside a program: nothing to record")
	}
	return nil
}

// programsWithTasks lists the programs of a course, or of one of its lessons,
// that have asyncio beside them. What is wrong with the lessons is for check.
func programsWithTasks(course, only string) ([]*lesson.Program, error) {
	var mu sync.Mutex
	var programs []*lesson.Program
	lessons := 0
	format, _ := site.Format(os.DirFS(course))
	format.Each(os.DirFS(course), func(l *lesson.Lesson) error {
		mu.Lock()
		defer mu.Unlock()
		if only != "" && l.Slug != only {
			return nil
		}
		lessons++
		for _, program := range l.Programs {
			if recording.Wanted(program.Beside) {
				programs = append(programs, program)
			}
		}
		return nil
	})
	if lessons == 0 {
		return nil, noLesson(filepath.Join(course, only))
	}
	slices.SortFunc(programs, func(a, b *lesson.Program) int { return cmp.Compare(a.Dir, b.Dir) })
	return programs, nil
}

func (p program) recordProgram(ctx context.Context, python, course string, one *lesson.Program, timeout time.Duration) error {
	within, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	file := filepath.Join(course, filepath.FromSlash(one.Dir), lesson.LogFile)
	log, err := recording.Steady(within, python, one.Beside)
	refusal := (*recording.Refusal)(nil)
	switch {
	case ctx.Err() != nil:
		return failure("stopped")
	case errors.As(err, &refusal) || errors.Is(err, recording.ErrLacking):
		fmt.Fprintf(p.stderr, "%s is not written: %v\n", file, err)
		return nil
	case err != nil:
		return failure("%w", err)
	}
	if _, same := recording.Same([]byte(one.BesideLog), log); same && one.BesideLog != "" {
		fmt.Fprintf(p.stdout, "%s is as it was\n", file)
		return nil
	}
	if err := os.WriteFile(file, log, 0o666); err != nil {
		return failure("%w", err)
	}
	fmt.Fprintf(p.stdout, "%s is written\n", file)
	return nil
}
