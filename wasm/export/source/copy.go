//go:build ignore

// Copy copies the generic packages' source, without tests, from the installed Go.
package main

import (
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
			text, err := os.ReadFile(name)
			if err != nil {
				log.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(to, filepath.Base(name)), text, 0o666); err != nil {
				log.Fatal(err)
			}
		}
	}
}
