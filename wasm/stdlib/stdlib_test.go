//go:build !js

package stdlib

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestTheTablesAreWhatTheInstalledGoGives(t *testing.T) {
	fresh := t.TempDir()
	generate := exec.Command("go", "run", "generate.go", "-o", fresh)
	if out, err := generate.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	names := map[string]bool{"supported.go": true}
	for _, folder := range []string{".", fresh} {
		paths, err := filepath.Glob(filepath.Join(folder, "symbols_*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			names[filepath.Base(path)] = true
		}
	}
	for name := range names {
		want, err := os.ReadFile(filepath.Join(fresh, name))
		if err != nil {
			t.Errorf("%s is in the way: nothing generates it", name)
			continue
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != string(want) {
			t.Errorf("%s is out of date (%v): run go generate ./wasm/stdlib", name, err)
		}
	}
}
