// Package recording writes down what Python's asyncio does, as the event log
// that timelines are drawn from (site/web/timeline/log.ts), so that the event
// loop of a lesson's Python is seen beside the scheduler of its Go.
//
// A recording is made by CPython, 3.11 or later, on a virtual clock: it takes
// no time, and is the same each time. Minor versions of Python may differ in
// it, so it says which one made it.
package recording

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

//go:embed recorder.py
var recorder string

// A Refusal is why a program can't be recorded, wherever that is tried.
type Refusal struct{ Reason string }

func (r *Refusal) Error() string { return r.Reason }

// ErrLacking is the error where this machine's Python lacks what it takes: a
// module, or an age of 3.11.
var ErrLacking = errors.New("this machine lacks what it takes")

// Wanted says whether the source of a Python program has a place for tasks.
func Wanted(source string) bool { return strings.Contains(source, "asyncio") }

// Steady is the log of a program that gives the same one twice.
func Steady(ctx context.Context, command, source string) ([]byte, error) {
	log, err := Python(ctx, command, source)
	if err != nil {
		return nil, err
	}
	again, err := Python(ctx, command, source)
	if err != nil {
		return nil, err
	}
	if line, same := Same(log, again); !same {
		return nil, &Refusal{fmt.Sprintf("it does not do the same each time: its runs part at event %d", line-1)}
	}
	return log, nil
}

// Python runs a program and returns its log: JSON Lines. The command is that
// of a Python interpreter. The error may be a [Refusal] or wrap [ErrLacking].
func Python(ctx context.Context, command, source string) ([]byte, error) {
	// What the program writes, and finds to import, is nobody's.
	dir, err := os.MkdirTemp("", "awaitgo-recording-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	python := exec.CommandContext(ctx, command, "-c", recorder)
	python.Dir = dir
	python.Env = append(os.Environ(), "PYTHONHASHSEED=0", "PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1", "PYTHONASYNCIODEBUG=", "TZ=UTC")
	python.Stdin = strings.NewReader(source)
	var stdout, stderr bytes.Buffer
	python.Stdout, python.Stderr = &stdout, &stderr
	err = python.Run()
	said := strings.TrimSpace(stderr.String())
	said = said[strings.LastIndex(said, "\n")+1:]
	switch {
	case err == nil:
		return stdout.Bytes(), nil
	case ctx.Err() != nil:
		return nil, &Refusal{"it computes without an end"}
	case python.ProcessState == nil:
		return nil, fmt.Errorf("%w: %w", ErrLacking, err)
	case python.ProcessState.ExitCode() == 3:
		return nil, &Refusal{said}
	case python.ProcessState.ExitCode() == 4:
		return nil, fmt.Errorf("%w: %s", ErrLacking, said)
	}
	return nil, &Refusal{said} // it is no Python: SyntaxError
}

// Same says whether two logs tell the same, and at which line they part. Who
// made them, and when, does not count.
func Same(a, b []byte) (line int, same bool) {
	if bytes.Equal(events(a), events(b)) {
		return 0, true
	}
	as, bs := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	line = 1
	for line < min(len(as), len(bs)) && bytes.Equal(as[line], bs[line]) {
		line++
	}
	return line + 1, false
}

// events is a log below its header.
func events(log []byte) []byte {
	_, rest, _ := bytes.Cut(log, []byte("\n"))
	return bytes.TrimSpace(rest)
}

// MadeBy is the version of Python that made a log, such as 3.11.
func MadeBy(log []byte) string {
	var header struct{ Python string }
	first, _, _ := bytes.Cut(log, []byte("\n"))
	if json.Unmarshal(first, &header) != nil {
		return ""
	}
	return header.Python
}
