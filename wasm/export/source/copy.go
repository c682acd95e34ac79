//go:build ignore

// Copy copies the generic packages' source, without tests and comments, from the
// installed Go: what learners download it for is its code.
package main

import (
	"bytes"
	"go/format"
	"go/parser"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		log.Fatalf("asking for the installed Go: %v", err)
	}
	for _, pkg := range []string{"cmp", "maps", "slices"} {
		names, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(goroot)), "src", pkg, "*.go"))
		if err != nil {
			log.Fatal(err)
		}
		to := filepath.Join("_goroot", pkg)
		if err := os.MkdirAll(to, 0o777); err != nil {
			log.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
			if err != nil {
				log.Fatal(err)
			}
			var code bytes.Buffer
			if err := format.Node(&code, fset, file); err != nil {
				log.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(to, filepath.Base(name)), code.Bytes(), 0o666); err != nil {
				log.Fatal(err)
			}
		}
	}
}
