package lang_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"awaitgo/wasm/lang"
)

var update = flag.Bool("update", false, "build the programs that are newer than their .want files with Go, and write what they do")

// refused lists the programs of testdata that lang refuses, with its reason. A
// program that is listed and runs is a stale entry, and fails.
var refused = map[string]string{
	"refused_array_pointer": "the instant engine can't convert a slice of int to a pointer to an array",
	"refused_print_address": "the instant engine can't println an address",
	"refused_reflect":       "the instant engine does not show package reflect the program's own types",
	"refused_stack":         "the instant engine has no stack of the program to show: runtime.Caller",
}

// TestProgramsDoWhatGoDoes runs each program of testdata/programs lowered, and
// compares with what the compiled program did: standard output, the first line of
// standard error, the exit status.
func TestProgramsDoWhatGoDoes(t *testing.T) {
	names, err := filepath.Glob("testdata/programs/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no programs", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".go"), func(t *testing.T) {
			t.Parallel()
			if *update && !upToDate(name) {
				if err := os.WriteFile(wantFile(name), []byte(native(t, []string{name})[name].want()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(wantFile(name))
			if err != nil {
				t.Fatalf("%v; go test -update writes it", err)
			}
			if unseen(want) {
				t.Skip("the runtime finds deadlocks only with CGO_ENABLED=0")
			}
			got, err := lowered(name)
			reason, listed := refused[t.Name()[len("TestProgramsDoWhatGoDoes/"):]]
			switch {
			case err != nil && !listed:
				t.Error(err)
			case err != nil:
				if r := (&lang.Refused{}); !errors.As(err, &r) || r.Reason != reason {
					t.Errorf("refused with %q, want %q", err, reason)
				}
			case listed:
				t.Error("it is not refused any more: take it off the list")
			case got.want() != string(want):
				t.Errorf("got:\n%s\nwant:\n%s\nstderr:\n%s", got.want(), want, head(got.Stderr, 30))
			}
		})
	}
}

// unseen reports whether a program ends by what the test process would not notice.
func unseen(want []byte) bool {
	return !seesDeadlocks && bytes.Contains(want, []byte(" - deadlock!"))
}

func upToDate(name string) bool {
	program, err := os.Stat(name)
	want, missing := os.Stat(wantFile(name))
	return err == nil && missing == nil && want.ModTime().After(program.ModTime())
}

func wantFile(name string) string { return strings.TrimSuffix(name, ".go") + ".want" }

// TestProgramsDoTheSameWithALog runs them as they are translated for a run with an event
// log: they say where they are, and do the same.
func TestProgramsDoTheSameWithALog(t *testing.T) {
	names, err := filepath.Glob("testdata/programs/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), ".go")
		if refused[base] != "" {
			continue
		}
		t.Run(base, func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(wantFile(name))
			if err != nil {
				t.Fatal(err)
			}
			if unseen(want) {
				t.Skip("the runtime finds deadlocks only with CGO_ENABLED=0")
			}
			got, err := loweredFor(name, true)
			if err != nil {
				t.Fatal(err)
			}
			if got.want() != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s\nstderr:\n%s", got.want(), want, head(got.Stderr, 30))
			}
		})
	}
}

// lowered runs a program on the interpreter.
func lowered(name string) (result, error) { return loweredFor(name, false) }

// loweredFor runs a program as it is translated with a log or without.
func loweredFor(name string, log bool) (result, error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return result{}, err
	}
	program, err := lowerFor(string(source), log)
	if err != nil {
		return result{}, err
	}
	return run(program.Files["main.go"], stdin(name)), nil
}

// stdin returns what a program reads: the file NAME.in, if there is one.
func stdin(name string) string {
	input, _ := os.ReadFile(strings.TrimSuffix(name, ".go") + ".in")
	return string(input)
}

// lower lowers one program at a time, as the importer is not made for more.
func lower(source string) (*lang.Program, error) { return lowerFor(source, false) }

func lowerFor(source string, log bool) (*lang.Program, error) {
	lowering.Lock()
	defer lowering.Unlock()
	opts := options()
	opts.Log = log
	return lang.Lower(map[string]string{"prog.go": source}, opts)
}

var lowering sync.Mutex

// want writes a result as a .want file has it.
func (r result) want() string {
	line, _, _ := strings.Cut(r.Stderr, "\n")
	if strings.HasPrefix(line, "panic: (") { // an address follows
		line, _, _ = strings.Cut(line, ") ")
	}
	return fmt.Sprintf("exit %d\nstderr %s\n%s", r.Exit, strconv.Quote(line), r.Stdout)
}

func head(s string, n int) string {
	lines := strings.SplitAfterN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "")
}

// native builds all programs at once and runs each.
func native(t *testing.T, names []string) map[string]result {
	dir := t.TempDir()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module programs\n\ngo 1.26\n\nrequire golang.org/x/sync v0.24.0\n"), 0o644))
	sums, err := os.ReadFile("../../go.sum")
	must(err)
	must(os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o644))
	for i, name := range names {
		source, err := os.ReadFile(name)
		must(err)
		folder := filepath.Join(dir, fmt.Sprintf("p%d", i))
		must(os.Mkdir(folder, 0o755))
		must(os.WriteFile(filepath.Join(folder, "prog.go"), source, 0o644))
	}
	bin := filepath.Join(dir, "bin")
	must(os.Mkdir(bin, 0o755))
	build := exec.Command("go", "build", "-mod=mod", "-ldflags=-s -w", "-o", bin+"/", "./...")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	results := map[string]result{}
	for i, name := range names {
		cmd := exec.Command(filepath.Join(bin, fmt.Sprintf("p%d", i)))
		cmd.Stdin = strings.NewReader(stdin(name))
		results[name] = finish(cmd)
	}
	return results
}
