package lesson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// readLog reads what the Python beside a program does. A log that no page
// could draw is a mistake, and counts as none.
func (d *draft) readLog(p *Program) {
	log, ok := d.file(p.Dir, LogFile)
	if !ok {
		return
	}
	if line, column, err := checkLog([]byte(log)); err != nil {
		d.mistakes.addAt(path.Join(p.Dir, LogFile), line, column, "have it written anew: awaitgo record", "%v", err)
		return
	}
	p.BesideLog = log
}

// checkLog holds a text to the form of an event log: see site/web/timeline/log.ts.
// A place comes with the error.
func checkLog(log []byte) (line, column int, err error) {
	var header struct {
		Log     string
		Version int
	}
	lines := bytes.Split(bytes.TrimRight(log, "\n"), []byte("\n"))
	if column, err := readJSON(lines[0], &header); err != nil {
		return 1, column, err
	}
	if header.Log != "awaitgo" || header.Version != 1 {
		return 1, 1, errors.New("an event log of version 1 begins with its header, and this does not")
	}
	kind, before := "", 0
	for i, text := range lines[1:] {
		var event struct {
			Seq, T, G int
			Kind      string
		}
		line := i + 2
		if column, err := readJSON(text, &event); err != nil {
			return line, column, err
		}
		switch {
		case event.Seq != i+1:
			return line, 1, fmt.Errorf("event %d should be here, and its seq is %d", i+1, event.Seq)
		case event.G < 1 || event.Kind == "":
			return line, 1, errors.New("an event has a kind, and a task g")
		case event.T < before:
			return line, 1, fmt.Errorf("time goes back, from %d ns to %d ns", before, event.T)
		case kind == "outcome":
			return line, 1, errors.New("there is an event after the outcome")
		}
		kind, before = event.Kind, event.T
	}
	if kind != "outcome" {
		return len(lines), 1, errors.New("the log ends before its outcome")
	}
	return 0, 0, nil
}

// readJSON reads a line. Beside the error comes the column.
func readJSON(line []byte, to any) (column int, err error) {
	err = json.Unmarshal(line, to)
	at := 0
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		at = int(syntax.Offset) - 1
	} else if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		at = int(kind.Offset) - 1
		err = fmt.Errorf("its %q is a %s", strings.ToLower(kind.Field), kind.Value)
	}
	if err != nil {
		err = fmt.Errorf("no line of an event log: %w", err)
	}
	return 1 + utf8.RuneCount(line[:max(0, min(at, len(line)))]), err
}
