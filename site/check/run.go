package check

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/sync/errgroup"

	"awaitgo/site/lesson"
)

// runProgram runs a program as Go compiles it and, if that is well or can't
// be done here, on the interpreter.
func (w *workshop) runProgram(p *program, workers *errgroup.Group) {
	if w.opts.Go == "" || p.network {
		if w.opts.Interpreter != nil {
			workers.Go(func() error { w.runInterpreted(p, false, false); return nil })
		}
		return
	}
	if w.runCompiled(p, false) && w.opts.Interpreter != nil {
		workers.Go(func() error { w.runInterpreted(p, true, false); return nil })
	}
}

func (w *workshop) runCompiled(p *program, again bool) (well bool) {
	r, err := w.start(p, filepath.Join(w.dir, "bin", p.folder))
	if err != nil {
		w.findings(p, "output", 1, 1, "", "the program can't be run: %v", err)
		return false
	}
	f := w.judge(p, r)
	if f == nil {
		return true
	}
	if !again {
		w.later(func() {
			if w.runCompiled(p, true) && w.opts.Interpreter != nil {
				w.runInterpreted(p, true, true)
			}
		})
		return false
	}
	w.add(*f)
	return false
}

// runStart runs what an exercise begins with. It need not compile; what it must
// not do is print what the reader is to bring it to print.
func (w *workshop) runStart(p *program) {
	start := *p
	start.folder += "start"
	if err := w.write(start.folder+"/main.go", []byte(p.source.Start)); err != nil {
		w.findings(p, "exercise", 1, 1, "", "%v", err)
		return
	}
	if w.goCommand("build", "-o", "bin/", "./"+start.folder).Run() != nil {
		return
	}
	r, err := w.start(&start, filepath.Join(w.dir, "bin", start.folder))
	if err == nil && !r.late && lesson.SameOutput(r.text(), p.source.Want) {
		w.add(Finding{File: path.Join(p.source.Dir, "start/main.go"), Line: 1, Column: 1, Rule: "exercise",
			Message: "it prints want.txt already: there is nothing to solve", Hint: "leave out what the reader is to write, or have main.go print more"})
	}
}

// runInterpreted runs a program as a reader's browser would. After Go has done
// it right, what goes wrong is the interpreter's.
func (w *workshop) runInterpreted(p *program, compiledWell, again bool) {
	line := append(slices.Clone(w.opts.Interpreter), "main.go")
	r, err := w.start(p, line...)
	var f *Finding
	if err != nil {
		f = &Finding{Rule: "interpreter", Message: err.Error()}
		f.File, f.Line, f.Column = p.place(1, 1)
	} else {
		f = w.judge(p, r)
	}
	switch {
	case f == nil:
	case !again:
		w.later(func() { w.runInterpreted(p, compiledWell, true) })
	case compiledWell:
		note := Finding{Rule: "interpreter", Note: true, Message: "the interpreter can't run this program yet: " + w.excuse(r, f),
			Hint: "the lesson is right; readers see this until the interpreter learns it"}
		note.File, note.Line, note.Column = p.place(1, 1)
		w.add(note)
	default:
		if p.network {
			f.Hint = "it runs on the interpreter and its simulated web: awaitgo run main.go"
		}
		w.add(*f)
	}
}

// excuse says in a line why the interpreter failed.
func (w *workshop) excuse(r result, f *Finding) string {
	if lines := strings.Split(strings.TrimSpace(r.stderr), "\n"); r.status != 0 && lines[0] != "" {
		why := lines[0]
		if strings.HasSuffix(why, "does not run:") && len(lines) > 1 {
			why = lines[1]
		}
		return strings.TrimSpace(why)
	}
	return f.Message
}

func (w *workshop) runPython(p *program, again bool) {
	r, err := w.start(p, w.opts.Python, "main.py")
	if err != nil {
		w.skip(fmt.Sprintf("python3 can't be run (%v): no main.py was run", err))
		return
	}
	file := path.Join(p.source.Dir, "main.py")
	want := path.Join(p.source.Dir, "want.txt")
	if p.source.PythonWant != p.source.Want {
		want = path.Join(p.source.Dir, "want-python.txt")
	}
	f := w.compare("python", file, want, p.source.PythonWant, r)
	switch {
	case f == nil:
	case !again:
		w.later(func() { w.runPython(p, true) })
	default:
		if f.Hint != "" && p.source.PythonWant == p.source.Want {
			f.Hint = "mend main.py, or put what it prints into want-python.txt"
		}
		w.add(*f)
	}
}

// judge compares a run with what the lesson says about it. Nil is good.
func (w *workshop) judge(p *program, r result) *Finding {
	if p.source.Dir != "" {
		file, _ := p.file()
		if f := w.compare("output", file, path.Join(p.source.Dir, "want.txt"), p.source.Want, r); f != nil {
			return f
		}
	}
	if p.question != nil {
		return w.answer(p, r)
	}
	return nil
}

// compare is the first thing in which a run differs from what is wanted.
func (w *workshop) compare(rule, file, wantFile, want string, r result) *Finding {
	f := &Finding{File: file, Line: 1, Column: 1, Rule: rule}
	if r.late {
		f.Message = fmt.Sprintf("the program did not end within %v", w.opts.Timeout.Round(time.Second))
		f.Hint = "does it wait for input, or for something that never comes?"
		return f
	}
	got := r.text()
	if lesson.SameOutput(got, want) {
		if r.status == 0 && r.stderr != "" {
			f.Message = "it prints to standard error: " + quoted(r.stderr)
			f.Hint = "print with fmt, which readers see as output"
			if strings.HasSuffix(file, ".py") {
				f.Hint = "mend main.py"
			}
			return f
		}
		return nil
	}
	name := path.Base(file)
	gotLines, wantLines := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	i := 0
	for i < len(gotLines)-1 && i < len(wantLines)-1 && lesson.SameOutput(gotLines[i], wantLines[i]) {
		i++
	}
	f.File, f.Line = wantFile, i+1
	f.Hint = "if that is right: go run main.go > " + path.Base(wantFile)
	if strings.HasSuffix(file, ".py") {
		f.Hint = "if that is right: python3 main.py > " + path.Base(wantFile)
	}
	gotLine, wantLine := gotLines[i], wantLines[i]
	switch {
	case gotLine == "":
		f.Message = fmt.Sprintf("%s prints nothing more, and %s is wanted", name, quoted(wantLine))
	case wantLine == "":
		f.Message = fmt.Sprintf("%s prints more: %s", name, quoted(gotLine))
	case strings.TrimSuffix(gotLine, "\n") == strings.TrimSuffix(wantLine, "\n"):
		f.Message = fmt.Sprintf("%s and this file end differently: one of them without a newline", name)
	default:
		f.Message = fmt.Sprintf("%s prints %s, and %s is wanted", name, quoted(gotLine), quoted(wantLine))
	}
	return f
}

// quoted is the first line of a text, and not too much of it.
func quoted(text string) string {
	line, _, more := strings.Cut(strings.TrimRight(text, "\n"), "\n")
	runes := []rune(line)
	if len(runes) > 80 {
		runes, more = runes[:80], true
	}
	if more {
		return fmt.Sprintf("%q …", string(runes))
	}
	return fmt.Sprintf("%q", string(runes))
}

// answer compares what the program of a question prints with the key. The
// question is one about output if an option is code alone.
func (w *workshop) answer(p *program, r result) *Finding {
	q, src := p.question, p.lesson.Source
	outputs := []string{oneLine(r.stdout), oneLine(r.text()), oneLine(r.stdout + r.stderr)}
	printed, isAbout := "", false
	for _, o := range q.Options {
		if !isCode(o.Text, src) {
			continue
		}
		isAbout = true
		if slices.Contains(outputs, oneLine(lesson.Plain(o.Text, src))) {
			printed = o.Letter
			break
		}
	}
	f := &Finding{File: p.lesson.File, Line: q.Line, Column: 1, Rule: "quiz"}
	key := strings.Join(q.Answer, ", ")
	keyIsCode := false
	for _, letter := range q.Answer {
		if o := q.Option(letter); o != nil && isCode(o.Text, src) {
			keyIsCode = true
		}
	}
	switch {
	case !isAbout || r.late && !keyIsCode:
		return nil
	case r.late:
		f.Message = fmt.Sprintf("the program of question %d did not end within %v", q.Number, w.opts.Timeout.Round(time.Second))
	case printed == "" && keyIsCode:
		f.Message = fmt.Sprintf("the program of question %d prints %s, which is none of the options", q.Number, quoted(outputs[0]))
	case printed != "" && !slices.Contains(q.Answer, printed):
		f.Message = fmt.Sprintf("the program of question %d prints %s, which is option %s; the answer key says %s", q.Number, quoted(outputs[0]), printed, key)
	default:
		return nil
	}
	f.Hint = "run it: awaitgo run, or go run"
	return f
}

// isCode holds for a text that is one piece of code, and space around it.
func isCode(text lesson.Text, src []byte) bool {
	code := false
	for n := text.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindCodeSpan && !code {
			code = true
		} else if lesson.Plain(n, src) != "" {
			return false
		}
	}
	return code
}

var space = regexp.MustCompile(`\s+`)

func oneLine(text string) string {
	return strings.TrimSpace(space.ReplaceAllString(text, " "))
}
