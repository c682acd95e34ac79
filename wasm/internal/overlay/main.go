// Overlay writes the file that `go build -overlay` reads to lay the folder _goroot
// over the installed Go.
//
//	go run ./wasm/internal/overlay -o .cache/overlay.json
//	go build -overlay .cache/overlay.json -tags overlay ./wasm/checker
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

func main() {
	log.SetFlags(0)
	from := flag.String("from", "wasm/internal/overlay/_goroot", "the folder to lay over the installed Go")
	out := flag.String("o", "", "the file to write")
	flag.Parse()
	if err := write(*from, *out); err != nil {
		log.Fatalf("overlay: %v", err)
	}
}

func write(from, out string) error {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("asking for the installed Go: %w", err)
	}
	from, err = filepath.Abs(from)
	if err != nil {
		return err
	}
	replace := map[string]string{}
	err = filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		to := strings.TrimSuffix(string(goroot), "\n") + strings.TrimPrefix(path, from)
		replace[to] = path
		return nil
	})
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(text, '\n'), 0o644)
}
