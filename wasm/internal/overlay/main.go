// Overlay lays the folder _goroot over the installed Go, for the build of the checker,
// and writes the file that `go build -overlay` reads:
//
//	go run ./wasm/internal/overlay -o .cache/overlay
//	go build -overlay .cache/overlay/overlay.json -tags overlay ./wasm/checker
//
// The compiler's parser and type-checker and go vet's passes are internal to the go
// distribution: no module can import them. A package beside them can, and a module
// can import that package if its own path has no "internal" in it. So _goroot holds
// two thin packages that exist only while the overlay is in use:
//
//	cmd/compile/gobuild   what the compiler says about a program
//	cmd/vet/govet         what go vet says about it
//
// They can't import this module: plain values go in and come out. Files of ours that
// import them carry the build tag overlay, and there is a file without it beside
// each, so that the module builds and vets without the overlay too.
//
// Two files of the distribution are changed as well, in copies, to keep package
// regexp out of what a browser must load; see edits.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// edits are changes to files below GOROOT/src: texts that stand there exactly once, and
// what takes their place. A file without texts is left with its package clause alone.
var edits = map[string][][2]string{
	"cmd/vendor/golang.org/x/tools/go/analysis/passes/printf/printf.go": {
		{"\t\"regexp\"\n", "\t\"cmd/vet/directives\"\n"},
		{"= regexp.MustCompile(", "= directives.Finder("},
	},
	// Helpers of the parser's tests.
	"cmd/compile/internal/syntax/testing.go": nil,
}

func main() {
	log.SetFlags(0)
	from := flag.String("from", "wasm/internal/overlay/_goroot", "the folder to lay over the installed Go")
	out := flag.String("o", "", "the folder to write to")
	flag.Parse()
	if err := run(*from, *out); err != nil {
		log.Fatalf("overlay: %v", err)
	}
}

func run(from, out string) error {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("asking for the installed Go: %w", err)
	}
	root := strings.TrimSpace(string(goroot))
	if from, err = filepath.Abs(from); err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	replace := map[string]string{}
	err = filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		replace[root+strings.TrimPrefix(path, from)] = path
		return nil
	})
	if err != nil {
		return err
	}
	for name, changes := range edits {
		path := filepath.Join(root, "src", name)
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		changed, err := edit(string(text), changes)
		if err != nil {
			return fmt.Errorf("%s: %w; this Go may be too new for the change", path, err)
		}
		replace[path] = filepath.Join(out, strings.ReplaceAll(name, "/", "_"))
		if err := os.WriteFile(replace[path], []byte(changed), 0o666); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "overlay.json"), append(text, '\n'), 0o666)
}

func edit(text string, changes [][2]string) (string, error) {
	if changes == nil {
		_, clause, _ := strings.Cut(text, "\npackage ")
		name, _, _ := strings.Cut(clause, "\n")
		return "package " + name + "\n", nil
	}
	for _, c := range changes {
		if n := strings.Count(text, c[0]); n != 1 {
			return "", fmt.Errorf("%q stands there %d times, not once", c[0], n)
		}
		text = strings.Replace(text, c[0], c[1], 1)
	}
	return text, nil
}
