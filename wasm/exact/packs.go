package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A pack is named for what its packages are for. A package is in the first pack
// that wants it, or something that imports it.
var packs = []struct {
	name  string
	wants []string
}{
	{"base", []string{
		"bufio", "bytes", "cmp", "container/...", "context", "errors", "fmt", "io", "io/fs", "iter", "log", "maps",
		"math", "math/bits", "math/cmplx", "math/rand", "math/rand/v2", "os", "os/signal", "path", "path/filepath",
		"reflect", "runtime", "runtime/debug", "slices", "sort", "strconv", "strings", "structs", "sync", "sync/atomic",
		"syscall", "syscall/js", "time", "unicode", "unicode/utf16", "unicode/utf8", "unique", "unsafe", "weak",
		"golang.org/x/sync/errgroup", "golang.org/x/sync/semaphore", "golang.org/x/sync/singleflight",
	}},
	{"text", []string{
		"encoding/json", "encoding/csv", "encoding/hex", "encoding/base64", "encoding/binary", "flag", "html",
		"log/slog", "regexp", "text/...", "hash/fnv", "hash/crc32", "hash/maphash", "math/big", "embed", "net/url",
	}},
	{"test", []string{"testing/..."}},
	{"crypto", []string{"crypto/...", "hash/..."}},
	{"http", []string{"net/...", "expvar", "awaitgo/wasm/simweb/install"}},
	{"more", []string{"..."}},
}

// A program that imports one of these needs the simulated web as well, which the
// engine then imports for it.
const simulatedWeb = "awaitgo/wasm/simweb/install"

// What the main package of a test imports, which is no program's own.
const testMainNeeds = "testing/internal/testdeps"

// listed is what the go command tells of a package.
type listed struct {
	ImportPath string
	Name       string
	Export     string
	Standard   bool
	DepOnly    bool
	Deps       []string
	Error      *struct{ Err string }
}

func buildPacks(overlay, out string) error {
	all, err := list(overlay)
	if err != nil {
		return err
	}
	byPath := map[string]*listed{}
	for _, p := range all {
		byPath[p.ImportPath] = p
	}
	packOf := map[string]string{}
	for _, pack := range packs {
		for _, p := range all {
			if packOf[p.ImportPath] != "" || p.DepOnly || !matches(pack.wants, p.ImportPath) {
				continue
			}
			for _, path := range append(p.Deps, p.ImportPath) {
				if packOf[path] == "" {
					packOf[path] = pack.name
				}
			}
		}
	}
	// For each pack but the first, the imports that need it.
	imports := map[string][]string{}
	for _, p := range all {
		if p.DepOnly {
			continue
		}
		needs := append(slices.Clone(p.Deps), p.ImportPath)
		if slices.Contains(needs, "net/http") {
			needs = append(needs, byPath[simulatedWeb].Deps...)
			needs = append(needs, simulatedWeb)
		}
		packsNeeded := map[string]bool{}
		for _, path := range needs {
			packsNeeded[packOf[path]] = true
		}
		for name := range packsNeeded {
			if name != packs[0].name {
				imports["exact-"+name] = append(imports["exact-"+name], p.ImportPath)
			}
		}
	}
	for _, pack := range packs {
		var module []byte
		module = append(module, "\x00asm\x01\x00\x00\x00"...)
		for _, p := range all {
			if packOf[p.ImportPath] != pack.name || p.Export == "" {
				continue
			}
			declarations, code, err := splitArchive(p.Export)
			if err != nil {
				return fmt.Errorf("%s: %w", p.ImportPath, err)
			}
			if !p.DepOnly {
				module = appendSection(module, "x/"+p.ImportPath+".a", declarations)
			}
			module = appendSection(module, "o/"+p.ImportPath+".a", code)
		}
		if err := os.WriteFile(filepath.Join(out, "exact-"+pack.name+".wasm"), module, 0o666); err != nil {
			return err
		}
		slices.Sort(imports["exact-"+pack.name])
	}
	index, err := json.MarshalIndent(imports, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "packs.json"), append(index, '\n'), 0o666)
}

func matches(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		prefix, isTree := strings.CutSuffix(pattern, "...")
		return pattern == path || isTree && (strings.HasPrefix(path, prefix) || path+"/" == prefix)
	})
}

// list compiles the packages and tells where the go command keeps the archives. They
// come without what a debugger would want: nothing here reads it.
func list(overlay string) ([]*listed, error) {
	cmd := exec.Command("go", "list", "-e", "-export", "-deps", "-trimpath", "-overlay", overlay, "-gcflags=all=-dwarf=false",
		"-json=ImportPath,Name,Export,Standard,DepOnly,Deps,Error",
		"std", "syscall/js", simulatedWeb,
		"golang.org/x/sync/errgroup", "golang.org/x/sync/semaphore", "golang.org/x/sync/singleflight")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var all []*listed
	for decoder := json.NewDecoder(bytes.NewReader(text)); ; {
		p := new(listed)
		if err := decoder.Decode(p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		// The standard library's own: a program may not import them.
		if p.Standard && p.ImportPath != testMainNeeds && (strings.HasPrefix(p.ImportPath, "vendor/") || slices.Contains(strings.Split(p.ImportPath, "/"), "internal")) {
			p.DepOnly = true
		}
		all = append(all, p)
	}
	return all, nil
}

// appendSection appends a custom section to a WebAssembly module.
func appendSection(module []byte, name string, content []byte) []byte {
	header := append(leb128(len(name)), name...)
	module = append(module, 0)
	module = append(module, leb128(len(header)+len(content))...)
	module = append(module, header...)
	return append(module, content...)
}

func leb128(n int) []byte {
	var b []byte
	for ; n >= 0x80; n >>= 7 {
		b = append(b, byte(n)|0x80)
	}
	return append(b, byte(n))
}
