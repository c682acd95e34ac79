package interp

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"awaitgo/wasm/export"
	"awaitgo/wasm/export/source"
	"awaitgo/wasm/lang"
	"awaitgo/wasm/stdlib"
)

// runProgram runs files in a new session and returns what they print to stdout.
func runProgram(t *testing.T, files map[string]string) (stdout string, err error) {
	t.Helper()
	session, err := New()
	if err != nil {
		t.Fatal(err)
	}
	// A file, and not a pipe: js/wasm has none.
	file, err := os.Create(filepath.Join(t.TempDir(), "stdout"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	saved := os.Stdout
	os.Stdout = file
	err = session.Run(core(t, files))
	os.Stdout = saved
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	printed, readErr := io.ReadAll(file)
	if readErr != nil {
		t.Fatal(readErr)
	}
	return string(printed), err
}

// core translates a program as the checker does before it hands one on.
func core(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	archive, err := export.Open()
	if err != nil {
		t.Fatal(err)
	}
	program, err := lang.Lower(files, lang.Options{Importer: export.NewImporter(archive), Source: source.FS()})
	if err != nil {
		t.Fatal(err)
	}
	return program.Files
}

func mainOf(body string, imports ...string) map[string]string {
	var b strings.Builder
	b.WriteString("package main\n\n")
	for _, path := range imports {
		fmt.Fprintf(&b, "import %q\n", path)
	}
	fmt.Fprintf(&b, "\nfunc main() {\n%s\n}\n", body)
	return map[string]string{"main.go": b.String()}
}

func TestProgramsPrintWhatGoPrints(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"a line", mainOf(`fmt.Println("hello", 42)`, "fmt"), "hello 42\n"},
		{"goroutines and a WaitGroup", mainOf(`
			var wg sync.WaitGroup
			results := make([]int, 3)
			work := func(i int) { results[i] = i * i }
			wg.Go(func() { work(1) })
			wg.Go(func() { work(2) })
			wg.Wait()
			fmt.Println(results)`, "fmt", "sync"), "[0 1 4]\n"},
		{"a select with a timeout", mainOf(`
			never := make(chan int)
			select {
			case <-never:
			case <-time.After(time.Millisecond):
				fmt.Println("timeout")
			}`, "fmt", "time"), "timeout\n"},
		{"an errgroup", mainOf(`
			var g errgroup.Group
			g.Go(func() error { return errors.New("one failed") })
			fmt.Println(g.Wait())`, "errors", "fmt", "golang.org/x/sync/errgroup"), "one failed\n"},
		{"two files", map[string]string{
			"a.go": "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(double(21)) }\n",
			"b.go": "package main\n\nimport \"fmt\"\n\nfunc double(n int) int { fmt.Print(); return 2 * n }\n",
		}, "42\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := runProgram(t, c.files)
			if got != c.want || err != nil {
				t.Errorf("printed %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestEverySupportedPackageCanBeImported(t *testing.T) {
	packages := stdlib.Base
	if stdlib.Symbols["net/http/http"] != nil {
		packages = slices.Concat(packages, stdlib.HTTP)
	}
	for _, path := range packages {
		t.Run(path, func(t *testing.T) {
			source := fmt.Sprintf("package main\n\nimport _ %q\n\nfunc main() { print() }\n", path)
			if _, err := runProgram(t, map[string]string{"main.go": source}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestABuildWithoutHTTPSendsProgramsOn(t *testing.T) {
	_, err := runProgram(t, mainOf(`http.Get("http://nobody.test")`, "net/http"))
	holdsHTTP := runtime.GOOS != "js" || stdlib.Symbols["net/http/http"] != nil
	if errors.Is(err, ErrNeedsHTTP) == holdsHTTP {
		t.Errorf("got %v; this build holds net/http: %v", err, holdsHTTP)
	}
}
