package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestGlobalsAreExportedBesideWhatWas(t *testing.T) {
	exports := []byte{1, 3, 'm', 'e', 'm', 2, 0}
	code := []byte{10, 2, 9, 9}
	module := append([]byte("\x00asm\x01\x00\x00\x00"), 7, byte(len(exports)))
	module = append(append(module, exports...), code...)
	file := filepath.Join(t.TempDir(), "tool.wasm")
	if err := os.WriteFile(file, module, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := exportGlobals(file); err != nil {
		t.Fatal(err)
	}
	want := append([]byte{1 + registers}, exports[1:]...)
	for i := range registers {
		want = append(append(append(want, 7), fmt.Sprintf("global%d", i)...), 3, byte(i))
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rest := got[len(module)-len(code)-len(exports)-1:]
	if int(rest[0]) != len(want) || !bytes.Equal(rest[1:1+len(want)], want) {
		t.Errorf("the section is %q, want %q", rest, want)
	}
	if !bytes.HasSuffix(got, code) {
		t.Errorf("what follows is gone: %q", got)
	}
}

func TestAnArchiveIsSplitByWhoReadsIt(t *testing.T) {
	entry := func(name, content string) string {
		text := fmt.Sprintf("%-16s%-12d%-6d%-6d%-8o%-10d`\n%s", name, 0, 0, 0, 0o644, len(content), content)
		if len(content)%2 == 1 {
			text += "\x00"
		}
		return text
	}
	file := filepath.Join(t.TempDir(), "p.a")
	whole := archiveMagic + entry(declarationsEntry, "go object\nbuild id\n\n$$B\ndeclared\n$$\n") + entry("_go_.o", "code")
	if err := os.WriteFile(file, []byte(whole), 0o666); err != nil {
		t.Fatal(err)
	}
	declarations, code, err := splitArchive(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := archiveMagic + entry(declarationsEntry, "go object\nbuild id\n\n$$B\ndeclared\n$$\n"); string(declarations) != want {
		t.Errorf("the compiler gets %q, want %q", declarations, want)
	}
	if want := archiveMagic + entry(declarationsEntry, "go object\nbuild id\n\n$$B\n\n$$\n") + entry("_go_.o", "code"); string(code) != want {
		t.Errorf("the linker gets %q, want %q", code, want)
	}
	if err := os.WriteFile(file, []byte(whole[:len(whole)-3]), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, _, err := splitArchive(file); err == nil {
		t.Error("half an archive is taken for a whole one")
	}
}

func TestWhatIsForOtherArchitecturesIsTakenOut(t *testing.T) {
	const source = `package main

import (
	"cmd/compile/internal/arm64"
	"cmd/compile/internal/wasm"
)

var inits = map[string]func(){
	"arm64": arm64.Init,
	"wasm":  wasm.Init,
}

func f(arch string) {
	switch arch {
	case "arm64", "arm":
		arm64.Init()
	case "wasm":
		wasm.Init()
	}
}
`
	got, err := onlyWasm("main.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(got, []byte("arm")) || bytes.Count(got, []byte("wasm")) != bytes.Count([]byte(source), []byte("wasm")) {
		t.Errorf("left is:\n%s", got)
	}
	if len(got) != len(source) {
		t.Error("positions have moved")
	}
	if _, err := onlyWasm("main.go", []byte("package main\n")); err == nil {
		t.Error("a file without other architectures is no mistake, though this Go may be too new")
	}
}

func TestAPackTakesTreesAndSinglePackages(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          bool
	}{
		{"net/...", "net", true},
		{"net/...", "net/http", true},
		{"net/...", "network", false},
		{"io", "io/fs", false},
		{"...", "anything", true},
	} {
		if got := matches([]string{c.pattern}, c.path); got != c.want {
			t.Errorf("%s matches %s: %v", c.pattern, c.path, got)
		}
	}
}
