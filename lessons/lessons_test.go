package lessons_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"awaitgo/lessons"
	"awaitgo/site/check"
	"awaitgo/wasm/interp"
)

// interpretFlag makes this test program an interpreter, as awaitgo run is one.
const interpretFlag = "-interpret"

func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == interpretFlag {
		interpret(os.Args[2])
	}
	os.Exit(m.Run())
}

func interpret(file string) {
	source, err := os.ReadFile(file)
	if err == nil {
		var session *interp.Session
		if session, err = interp.New(); err == nil {
			err = session.Run(map[string]string{filepath.Base(file): string(source)})
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func TestEveryLessonIsEmbedded(t *testing.T) {
	onDisk, err := filepath.Glob("[0-9]*/lesson.md")
	if err != nil {
		t.Fatal(err)
	}
	embedded, err := fs.Glob(lessons.FS, "*/lesson.md")
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

// All that a machine can test about a lesson is tested, as awaitgo check does.
func TestLessonsAreAsTheyClaim(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	opts := check.Options{Interpreter: []string{self, interpretFlag}, Module: "..", Timeout: time.Minute}
	if opts.Go, err = exec.LookPath("go"); err != nil {
		t.Skip("go is not on this machine")
	}
	opts.Python, _ = exec.LookPath("python3")
	report, err := check.Course(t.Context(), lessons.FS, opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		if f.Note && f.Rule == "interpreter" {
			t.Logf("lessons/%v\n%s", f, f.Hint)
		} else {
			t.Errorf("lessons/%v\n%s", f, f.Hint)
		}
	}
	for _, why := range report.Skipped {
		t.Logf("not checked: %s", why)
	}
}
