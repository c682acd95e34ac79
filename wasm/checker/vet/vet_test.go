//go:build overlay

package vet

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"awaitgo/wasm/checker/program"
	"awaitgo/wasm/export"
)

var update = flag.Bool("update", false, "ask the installed go vet anew what it says")

// Each archive in testdata holds programs, NAME.go, and what go vet prints for them,
// NAME.txt, without its headers.
func TestEveryProgramGetsTheWarningsOfGoVet(t *testing.T) {
	archive, err := export.Open()
	if err != nil {
		t.Fatal(err)
	}
	loader := program.NewLoader(archive)
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || paths == nil {
		t.Fatal("no programs in testdata", err)
	}
	for _, path := range paths {
		programs, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			updateArchive(t, path, programs)
		}
		for i, f := range programs.Files {
			name, isGo := strings.CutSuffix(f.Name, ".go")
			if !isGo {
				continue
			}
			t.Run(name, func(t *testing.T) {
				if i+1 >= len(programs.Files) || programs.Files[i+1].Name != name+".txt" {
					t.Fatalf("%s has no %s.txt; to ask go vet: go test -update", path, name)
				}
				p := loader.Load(map[string]string{"prog.go": string(f.Data)})
				for _, e := range p.Errors {
					t.Error(e)
				}
				var got strings.Builder
				for _, w := range Check(p) {
					got.WriteString(w.String() + "\n")
				}
				if want := string(programs.Files[i+1].Data); got.String() != want {
					t.Errorf("go vet prints\n%s\nthe checker\n%s", want, got.String())
				}
			})
		}
	}
}

func updateArchive(t *testing.T, path string, archive *txtar.Archive) {
	var files []txtar.File
	for _, f := range archive.Files {
		if name, isGo := strings.CutSuffix(f.Name, ".go"); isGo {
			files = append(files, f, txtar.File{Name: name + ".txt", Data: goVet(t, f.Data)})
		}
	}
	archive.Files = files
	if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func goVet(t *testing.T, source []byte) []byte {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "prog.go"), source, 0o644); err != nil {
		t.Fatal(err)
	}
	vet := exec.Command("go", "vet", "prog.go")
	vet.Dir = dir
	vet.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "PWD="+dir)
	out, _ := vet.CombinedOutput()
	var text strings.Builder
	for line := range strings.Lines(string(out)) {
		if !strings.HasPrefix(line, "#") {
			text.WriteString(line)
		}
	}
	return []byte(text.String())
}
