//go:build overlay

package diagnose

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"awaitgo/wasm/export"
)

var update = flag.Bool("update", false, "ask the installed go build anew what it says")

// Each archive in testdata holds programs, NAME.go, and what go build prints for
// them, NAME.txt. A program of several files is NAME/FILE.go.
func TestEveryWrongProgramGetsTheOutputOfGoBuild(t *testing.T) {
	checker := newChecker(t)
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || archives == nil {
		t.Fatal("no programs in testdata", err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			updateArchive(t, path, archive)
		}
		wants := map[string]string{}
		for _, f := range archive.Files {
			wants[f.Name] = string(f.Data)
		}
		for _, p := range programs(archive) {
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+p.name, func(t *testing.T) {
				want, ok := wants[p.name+".txt"]
				if !ok {
					t.Fatalf("%s has no %s.txt; to ask go build: go test -update", path, p.name)
				}
				if got := checker.Check(p.files).Text(); got != want {
					t.Errorf("go build prints\n%s\nthe checker\n%s", want, got)
				}
			})
		}
	}
}

func newChecker(t testing.TB) *Checker {
	archive, err := export.Open()
	if err != nil {
		t.Fatal(err)
	}
	checker, err := New(archive)
	if err != nil {
		t.Fatal(err)
	}
	return checker
}

type program struct {
	name  string
	files map[string]string
}

func programs(archive *txtar.Archive) []program {
	var list []program
	for _, f := range archive.Files {
		name, isGo := strings.CutSuffix(f.Name, ".go")
		if !isGo {
			continue
		}
		file := "prog.go"
		if folder, base, ok := strings.Cut(name, "/"); ok {
			name, file = folder, base+".go"
		}
		if n := len(list); n > 0 && list[n-1].name == name {
			list[n-1].files[file] = string(f.Data)
			continue
		}
		list = append(list, program{name, map[string]string{file: string(f.Data)}})
	}
	return list
}

func updateArchive(t *testing.T, path string, archive *txtar.Archive) {
	asked := map[string]string{}
	for _, p := range programs(archive) {
		asked[p.name] = goBuild(t, p.files)
	}
	var files []txtar.File
	for i, f := range archive.Files {
		if strings.HasSuffix(f.Name, ".txt") {
			continue
		}
		files = append(files, f)
		name, _, _ := strings.Cut(strings.TrimSuffix(f.Name, ".go"), "/")
		more := false
		for _, later := range archive.Files[i+1:] {
			more = more || strings.HasPrefix(later.Name, name+"/")
		}
		if !more {
			files = append(files, txtar.File{Name: name + ".txt", Data: []byte(asked[name])})
		}
	}
	archive.Files = files
	if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// goBuild returns what go build prints, as if Go were in its usual place.
func goBuild(t testing.TB, files map[string]string) string {
	dir := t.TempDir()
	args := []string{"build", "-o", os.DevNull}
	for name, source := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	build := exec.Command("go", args...)
	build.Dir = dir
	build.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "PWD="+dir)
	var out bytes.Buffer
	build.Stdout, build.Stderr = &out, &out
	build.Run() // programs that build print nothing
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(out.String(), dir+string(filepath.Separator), "")
	return strings.ReplaceAll(text, strings.TrimSpace(string(root)), goroot)
}

var against = flag.String("against", "", "also compare on each program NAME.go in this `folder`, which may be wrong or right, and print the score")

// The Go distribution's own tests are a good folder for it: $(go env GOROOT)/test.
func TestAgainstAFolder(t *testing.T) {
	if *against == "" {
		t.Skip("no folder given: go test -against FOLDER")
	}
	checker := newChecker(t)
	paths, err := filepath.Glob(filepath.Join(*against, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	same, wrong, sameWrong := 0, 0, 0
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]string{"prog.go": string(source)}
		want := goBuild(t, files)
		report := checker.Check(files)
		got := report.Text()
		if want != "" {
			wrong++
		}
		if got == want {
			same++
			if want != "" {
				sameWrong++
			}
			continue
		}
		t.Logf("%s: go build prints\n%s\nthe checker\n%s", path, want, got)
	}
	t.Logf("%d of %d programs identical; of those that don't build %d of %d", same, len(paths), sameWrong, wrong)
}
