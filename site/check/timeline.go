package check

import (
	"context"
	"errors"
	"fmt"
	"path"

	"awaitgo/site/lesson"
	"awaitgo/site/recording"
)

// record holds python.jsonl to what the Python beside a program does. Python
// that can't be recorded needs no such file; what could be and is not stored
// is said, as a lesson is right without.
func (w *workshop) record(p *program, again bool) {
	ctx, cancel := context.WithTimeout(w.ctx, w.opts.Timeout)
	defer cancel()
	stored := []byte(p.source.BesideLog)
	record := recording.Python
	if len(stored) == 0 {
		record = recording.Steady
	}
	log, err := record(ctx, w.opts.Python, p.source.Beside)
	if ctx.Err() != nil && !again {
		w.later(func() { w.record(p, true) })
		return
	}
	f := Finding{File: path.Join(p.source.Dir, lesson.LogFile), Line: 1, Column: 1, Rule: "timeline"}
	refusal := (*recording.Refusal)(nil)
	switch {
	case err != nil && len(stored) == 0:
		return
	case errors.As(err, &refusal):
		f.Message = fmt.Sprintf("the Python beside this program can't be recorded: %v", refusal)
		f.Hint = "mend it, or remove this file"
		w.add(f)
		return
	case err != nil:
		w.skip(fmt.Sprintf("%s: %v", f.File, err))
		return
	case len(stored) == 0:
		f.Note = true
		f.Message = "the timeline of the Python beside this program is not stored"
		f.Hint = "awaitgo record stores it, and readers see it beside that of their run"
		w.add(f)
		return
	}
	line, same := recording.Same(stored, log)
	if same {
		return
	}
	f.Line = line
	f.Message = "from here on the Python beside this program does something else"
	f.Hint = "if that is right: awaitgo record"
	if was, is := recording.MadeBy(stored), recording.MadeBy(log); was != "" && was != is {
		f.Note = true
		f.Message = fmt.Sprintf("from here on Python %s does something else than %s, which made this", is, was)
		f.Hint = "if main.py has changed meanwhile, or to have what this Python does: awaitgo record"
	}
	w.add(f)
}
