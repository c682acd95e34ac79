package lessons

import (
	"bytes"
	"context"
	"go/format"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// patience ends a program that hangs, long before go test would. The longest
// takes three seconds.
const patience = 30 * time.Second

func TestEveryLessonIsEmbedded(t *testing.T) {
	onDisk, err := filepath.Glob("[0-9]*/lesson.md")
	if err != nil {
		t.Fatal(err)
	}
	embedded, err := fs.Glob(FS, "*/lesson.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(embedded) == 0 {
		t.Fatal("no lesson is embedded")
	}
	if got, want := strings.Join(embedded, "\n"), filepath.ToSlash(strings.Join(onDisk, "\n")); got != want {
		t.Errorf("embedded lessons:\n%s\non disk:\n%s", got, want)
	}
}

func TestProgramsAreFormatted(t *testing.T) {
	for _, file := range glob(t, "*/*/main.go") {
		checkFormat(t, file, read(t, file))
	}
	for _, l := range listings(t) {
		checkFormat(t, l.place, l.source)
	}
}

func checkFormat(t *testing.T, place string, source []byte) {
	t.Helper()
	formatted, err := format.Source(source)
	if err != nil {
		t.Errorf("%s: %v", place, err)
		return
	}
	if !bytes.Equal(source, formatted) {
		t.Errorf("%s: not as gofmt writes it; it should read:\n%s", place, formatted)
	}
}

func TestProgramsPassVet(t *testing.T) {
	if out, err := command(t, "go", "vet", "./...").CombinedOutput(); err != nil {
		t.Errorf("go vet ./...: %v\n%s", err, out)
	}
	for _, l := range listings(t) {
		if out, err := command(t, "go", "vet", l.save(t)).CombinedOutput(); err != nil {
			t.Errorf("%s: go vet: %v\n%s", l.place, err, out)
		}
	}
}

func TestGoProgramsPrintTheirWantTxt(t *testing.T) {
	var runs []*run
	for _, main := range glob(t, "*/*/main.go") {
		folder := path.Dir(main)
		program := filepath.Join(t.TempDir(), "program")
		if out, err := command(t, "go", "build", "-o", program, "./"+folder).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", folder, err, out)
			continue
		}
		runs = append(runs, start(t, folder, folder+"/want.txt", command(t, program)))
	}
	for _, r := range runs {
		t.Run(r.folder, r.check)
	}
}

func TestPythonProgramsPrintTheSame(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not on this machine")
	}
	var runs []*run
	for _, main := range glob(t, "*/*/main.py") {
		folder := path.Dir(main)
		want := folder + "/want.txt"
		if _, err := fs.Stat(FS, folder+"/want-python.txt"); err == nil {
			want = folder + "/want-python.txt"
		}
		runs = append(runs, start(t, folder, want, command(t, python, main)))
	}
	for _, r := range runs {
		t.Run(r.folder, r.check)
	}
}

// A "what does this print?" of the quiz is a listing that options follow. Its
// output must be one of them, and the one that the answer key names.
func TestTracingQuestionsAreAnsweredByTheirPrograms(t *testing.T) {
	for _, l := range listings(t) {
		if l.question == "" {
			continue
		}
		t.Run(l.place+"/question "+l.question, func(t *testing.T) {
			out, err := command(t, "go", "run", l.save(t)).Output()
			if err != nil {
				t.Fatal(err)
			}
			option := "`" + strings.TrimSpace(string(out)) + "`"
			if got, want := l.options[option], l.answer; got != want {
				t.Errorf("it prints %s, which is option %q; the answer key says %q", option, got, want)
			}
		})
	}
}

// A run is a program that has been started. The programs sleep nearly all of
// their time, so all are started before the first is waited for; t.Parallel
// would let no more of them sleep together than there are processors.
type run struct {
	folder         string
	wantFile       string
	program        *exec.Cmd
	stdout, stderr bytes.Buffer
}

func start(t *testing.T, folder, wantFile string, program *exec.Cmd) *run {
	t.Helper()
	r := &run{folder: folder, wantFile: wantFile, program: program}
	program.Stdout, program.Stderr = &r.stdout, &r.stderr
	if err := program.Start(); err != nil {
		t.Fatalf("%s: %v", folder, err)
	}
	return r
}

// check waits for the program and compares what it printed with its file. A
// clock time stands for any other.
func (r *run) check(t *testing.T) {
	if err := r.program.Wait(); err != nil {
		t.Error(err)
	}
	if r.stderr.Len() > 0 {
		t.Errorf("standard error:\n%s", &r.stderr)
	}
	got, want := r.stdout.String(), string(read(t, r.wantFile))
	if maskClock(got) != maskClock(want) {
		t.Errorf("it prints:\n%s\n%s says:\n%s", got, r.wantFile, want)
	}
}

var clockTime = regexp.MustCompile(`\b\d\d:\d\d:\d\d\b`)

func maskClock(text string) string {
	return clockTime.ReplaceAllString(text, "HH:MM:SS")
}

// listing is a whole program written into a lesson.md.
type listing struct {
	place  string // the lesson.md it stands in
	source []byte

	// Of a tracing question; empty elsewhere.
	question string
	options  map[string]string // text to letter
	answer   string
}

var (
	// The fence's indentation, which is that of the list item around it; what
	// stands before each of its lines is no part of the program.
	runFence = regexp.MustCompile("(?ms)^( *)```go run\n(.*?)^ *```\n")
	question = regexp.MustCompile(`(?m)^(\d+)\. +\*\*`)
	option   = regexp.MustCompile(`(?m)^ +([a-z])\) (.+)$`)
)

// listings finds the lessons' inline programs. It reads no more of the format
// than it needs, so that this package stays apart from the one that parses it.
func listings(t *testing.T) []listing {
	t.Helper()
	var all []listing
	for _, file := range glob(t, "*/lesson.md") {
		text := string(read(t, file))
		quiz := strings.Index(text, "# Quiz\n")
		for _, m := range runFence.FindAllStringSubmatchIndex(text, -1) {
			indent := text[m[2]:m[3]]
			source := strings.ReplaceAll("\n"+text[m[4]:m[5]], "\n"+indent, "\n")[1:]
			l := listing{place: file, source: []byte(source)}
			if quiz >= 0 && m[0] > quiz {
				l.ask(text[quiz:m[0]], text[m[1]:])
			}
			all = append(all, l)
		}
	}
	return all
}

// ask makes a listing a tracing question, by the text of the quiz before and
// after it.
func (l *listing) ask(before, after string) {
	questions := question.FindAllStringSubmatch(before, -1)
	l.question = questions[len(questions)-1][1]
	options := after
	if next := question.FindStringIndex(after); next != nil {
		options = after[:next[0]]
	}
	l.options = make(map[string]string)
	for _, m := range option.FindAllStringSubmatch(options, -1) {
		l.options[m[2]] = m[1]
	}
	_, key, _ := strings.Cut(after, "<details>")
	if m := regexp.MustCompile(`(?m)^ *` + l.question + `\. (.+)$`).FindStringSubmatch(key); m != nil {
		l.answer = m[1]
	}
}

// save writes the listing to a file of its own.
func (l *listing) save(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, l.source, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func command(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return exec.CommandContext(ctx, name, args...)
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := fs.Glob(FS, pattern)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatalf("nothing matches %s", pattern)
	}
	return files
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	content, err := FS.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
