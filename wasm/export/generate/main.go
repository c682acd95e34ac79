// Generate writes the archive of package export from the installed Go and the
// modules in go.mod, as js/wasm sees them.
//
//	go generate ./wasm/export
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"awaitgo/wasm/export"
	"awaitgo/wasm/stdlib"
)

// more is what the instant engine has not got, but the real compiler can run, and a
// learner may well try.
var more = []string{
	"compress/gzip", "crypto/md5", "crypto/rand", "crypto/sha1", "crypto/sha256", "crypto/sha512",
	"embed", "encoding/base64", "encoding/binary", "encoding/csv", "encoding/gob", "encoding/hex",
	"encoding/xml", "flag", "hash", "hash/crc32", "hash/fnv", "hash/maphash", "html", "html/template",
	"io/fs", "math/big", "os/signal", "path", "path/filepath", "runtime/pprof", "runtime/trace",
	"syscall", "testing", "testing/synctest", "text/template", "unicode/utf16", "unique", "weak",
}

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "the file to write the declarations to")
	docsOut := flag.String("docs", "", "the file to write the documentation to")
	flag.Parse()
	text, docs, err := generate()
	if err == nil {
		err = errors.Join(os.WriteFile(*out, text, 0o644), os.WriteFile(*docsOut, docs, 0o644))
	}
	if err != nil {
		log.Fatalf("export: %v", err)
	}
}

func generate() (declarations, docs []byte, err error) {
	engines := map[string]export.Engine{}
	for _, path := range more {
		engines[path] = export.None
	}
	for _, path := range stdlib.Base {
		engines[path] = export.Base
	}
	for _, path := range stdlib.HTTP {
		engines[path] = export.HTTP
	}
	loaded, err := load(engines, environment("js", "wasm"))
	if err != nil {
		return nil, nil, err
	}
	needed := reachable(loaded, func(path string) bool { return engines[path] != "" })
	for path := range needed {
		if engines[path] == "" {
			engines[path] = export.Part
		}
	}
	graph, err := imports(slices.Collect(keys(needed)))
	if err != nil {
		return nil, nil, err
	}
	for path, node := range graph {
		switch {
		case hidden(path):
			engines[path] = export.Hidden
		case engines[path] == "" && node.below:
			engines[path] = export.Part
		case engines[path] == "":
			engines[path] = export.None
		}
	}
	var b, d bytes.Buffer
	for _, path := range slices.Sorted(keys(engines)) {
		fmt.Fprintf(&b, "-- %s %s --\n", path, engines[path])
		switch node := graph[path]; {
		case path == "unsafe":
		case needed[path] != nil:
			writePackage(&b, &d, loaded[path], needed[path], node.imports, engines[path] != export.Part && engines[path] != export.Hidden)
		case node.below:
			writeClause(&b, node.name, node.imports)
		}
	}
	return b.Bytes(), d.Bytes(), nil
}

func environment(goos, goarch string) []string {
	return append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
}

// load returns the packages and all that they import, by path.
func load(engines map[string]export.Engine, env []string) (map[string]*packages.Package, error) {
	config := &packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo |
			packages.NeedImports | packages.NeedDeps | packages.NeedModule,
		Env: env,
	}
	roots, err := packages.Load(config, slices.Collect(keys(engines))...)
	if err != nil {
		return nil, err
	}
	loaded := map[string]*packages.Package{}
	packages.Visit(roots, nil, func(p *packages.Package) {
		loaded[p.PkgPath] = p
		for _, e := range p.Errors {
			err = e
		}
	})
	return loaded, err
}

// node is a package as others import it.
type node struct {
	name    string
	imports []string
	below   bool // a needed package imports it, though not by a declaration
}

// imports returns the standard library's packages and all that the needed ones
// import. It looks at Linux, not at WebAssembly: what a message says depends on the
// graph, and shall be what a terminal shows.
func imports(needed []string) (map[string]node, error) {
	graph := map[string]node{}
	add := func(below bool, patterns ...string) error {
		args := []string{"list", "-f", `{{.ImportPath}} {{.Name}} {{join .Imports " "}}`}
		if below {
			args = append(args, "-deps")
		}
		list := exec.Command("go", append(args, patterns...)...)
		list.Env = environment("linux", "amd64")
		list.Stderr = os.Stderr
		out, err := list.Output()
		if err != nil {
			return fmt.Errorf("go list: %w", err)
		}
		for line := range strings.Lines(string(out)) {
			fields := strings.Fields(line)
			graph[fields[0]] = node{fields[1], fields[2:], below}
		}
		return nil
	}
	return graph, errors.Join(add(false, "std"), add(true, needed...))
}

// hidden tells whether a program must not import the package.
func hidden(path string) bool {
	parts := strings.Split(path, "/")
	return slices.Contains(parts, "internal") || slices.Contains(parts, "vendor")
}
