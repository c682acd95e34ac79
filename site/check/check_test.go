package check

import (
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the check says into testdata")

// onThisMachine are the tools of a full check; a test without them is skipped.
// The interpreter is a stand-in: go run.
func onThisMachine(t *testing.T) Options {
	t.Helper()
	var opts Options
	var err error
	if opts.Go, err = exec.LookPath("go"); err != nil {
		t.Skip("go is not on this machine")
	}
	if opts.Python, err = exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not on this machine")
	}
	opts.Timeout = 15 * time.Second
	return opts
}

func course(t *testing.T, archive *txtar.Archive) fs.FS {
	t.Helper()
	fsys, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

func findings(report *Report, slug string) string {
	var b strings.Builder
	for _, f := range report.Findings {
		if rest, ok := strings.CutPrefix(f.File, slug+"/"); ok {
			f.File = rest
			b.WriteString(f.Rule + ": " + f.String() + "\n")
			if f.Hint != "" {
				b.WriteString("\thint: " + f.Hint + "\n")
			}
		}
	}
	return b.String()
}

// Each lesson of the archive has a mistake, and its file want says which, where.
func TestBrokenLessonsAreNamedAtTheirLine(t *testing.T) {
	opts := onThisMachine(t)
	file := filepath.Join("testdata", "broken.txtar")
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Course(t.Context(), course(t, archive), opts)
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for i, f := range archive.Files {
		slug, isWant := strings.CutSuffix(f.Name, "/want")
		if !isWant {
			continue
		}
		checked++
		got := findings(report, slug)
		if *update {
			archive.Files[i].Data = []byte(got)
		} else if got != string(f.Data) || got == "" {
			t.Errorf("%s:\n got %s\nwant %s", slug, got, f.Data)
		}
	}
	if checked < 40 {
		t.Errorf("only %d broken lessons", checked)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func lessonOf(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["1-x/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestWhatIsRightIsLeftAlone(t *testing.T) {
	report, err := Course(t.Context(), lessonOf(map[string]string{
		"lesson.md": "# Lesson 1: X\n\n" +
			"See [itself](./#a-heading), [a heading](#a-heading), [the list](../), [the web](https://go.dev/x#y) and [the text](lesson.md#example-1).\n\n" +
			"## A heading\n\n```go run=fails\n```\n\n### Example 1\n\n" +
			"## Quiz\n\n1. What does it print?\n\n   ```go run\n   package main\n\n   import \"fmt\"\n\n   func main() { fmt.Println(1); fmt.Println(2) }\n   ```\n\n   a) `1 2`\n   b) `2 1`\n   c) nothing\n\n<details>\n<summary>Key</summary>\n1. a\n</details>\n",
		"fails/main.go":     "package main\n\nimport (\n\t\"fmt\"\n\t\"time\"\n)\n\nfunc main() {\n\tfmt.Println(time.Now().Format(time.TimeOnly))\n\tselect {}\n}\n",
		"fails/want.txt":    "12:00:00\nfatal error: all goroutines are asleep - deadlock!\nexit status 2\n",
		"example-1/main.go": "package main\n\nfunc main() {}\n", "example-1/want.txt": "",
		"example-1/main.py": "import sys\nprint('b')\nsys.exit(3)\n", "example-1/want-python.txt": "b\nexit status 3\n",
	}), onThisMachine(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Findings) > 0 || report.Lessons != 1 || report.Programs != 3 {
		t.Errorf("got %+v", report)
	}
}

func TestWhatTheInterpreterCantDoYetIsANote(t *testing.T) {
	opts := onThisMachine(t)
	opts.Interpreter = []string{"sh", "-c", "echo './main.go:3:1: no generics yet' >&2; exit 1"}
	report, err := Course(t.Context(), lessonOf(map[string]string{
		"lesson.md":  "# Lesson 1: X\n\n```go run=p\n```\n",
		"p/main.go":  "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(1) }\n",
		"p/want.txt": "1\n",
	}), opts)
	if err != nil {
		t.Fatal(err)
	}
	const want = "1-x/p/main.go:1:1: note: the interpreter can't run this program yet: ./main.go:3:1: no generics yet"
	if len(report.Findings) != 1 || report.Findings[0].String() != want || report.Mistakes() != 0 {
		t.Errorf("got  %v\nwant %s", report.Findings, want)
	}
}

func TestWithoutToolsTheRestIsChecked(t *testing.T) {
	report, err := Course(t.Context(), lessonOf(map[string]string{
		"lesson.md":  "# Lesson 1: X\n\n[x](../y/)\n\n```go run=p\n```\n",
		"p/main.go":  "package main\nfunc main() {}\n",
		"p/main.py":  "",
		"p/want.txt": "1\n",
	}), Options{})
	if err != nil {
		t.Fatal(err)
	}
	const want = "link: lesson.md:3:1: there is no page y\n\thint: a lesson's address is its folder's name: ../39-select/\n" +
		"gofmt: p/main.go:2:1: not as gofmt writes it\n\thint: gofmt -w does it: a line less, or more\n"
	if got := findings(report, "1-x"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(report.Skipped) == 0 {
		t.Error("what was skipped is not said")
	}
}

func TestOneLessonIsCheckedAmongItsNeighbours(t *testing.T) {
	fsys := fstest.MapFS{
		"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n\n[y](../2-y/#here) and [z](../2-y/#there)\n")},
		"2-y/lesson.md": {Data: []byte("# Lesson 2: Y\n\n## Here\n\n[x](nowhere/)\n")},
	}
	report, err := Course(t.Context(), fsys, Options{Only: "1-x"})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Findings) != 1 || report.Lessons != 1 || !strings.Contains(report.Findings[0].Message, "#there") {
		t.Errorf("got %+v", report)
	}
}
