// Patch prepares the changes to the installed Go's standard library that the
// engines are built with, and writes the file that `go build -overlay` reads:
//
//	go run ./wasm/internal/patch -o .cache/patch
//	GOOS=js GOARCH=wasm go build -overlay .cache/patch/overlay.json ...
//
// The installed Go stays as it is. The changes, which concern its js/wasm port:
//
//   - The runtime asks its host for a timer in whole milliseconds, rounded up, since
//     that is what a browser offers. Our host owns the clock: it is asked in
//     nanoseconds, so that a virtual wait ends when it should.
//   - Errors of the operating system get the words that they have on Linux ("no such
//     file or directory"), which are those that a learner sees at home and on servers.
//   - An http.Transport can be given a simulated web, which it then reaches wherever it
//     would have dialled out by itself. Package simweb looks for the method that does it.
//   - A goroutine may call as deep as on Linux, whatever the browser's stack holds
//     (stack.go).
//   - Package reflect can tell minus zero from zero, for the interpreter (zero.go).
//   - The runtime and packages sync, context and syscall tell what goroutines do, for the
//     event log (log.go).
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "the folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		log.Fatalf("patch: %v", err)
	}
}

func run(out string) error {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("asking for the installed Go: %w", err)
	}
	src := filepath.Join(strings.TrimSpace(string(goroot)), "src")
	out, err = filepath.Abs(out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	replace, err := add(src, out)
	if err != nil {
		return err
	}
	hooks := map[string][]insertion{} // two may concern the same file
	for _, some := range []map[string][]insertion{deepStacks, logHooks, signedZeros} {
		for file, insertions := range some {
			hooks[file] = append(hooks[file], insertions...)
		}
	}
	for file, insertions := range hooks {
		if err := patch(src, out, file, replace, func(text []byte) ([]byte, error) { return insert(text, insertions) }); err != nil {
			return err
		}
	}
	for _, p := range []struct {
		file  string
		patch func(src string, text []byte) ([]byte, error)
	}{
		{"runtime/lock_js.go", exactTimers},
		{"syscall/tables_js.go", linuxErrors},
		{"net/http/roundtrip_js.go", simulatedWeb},
	} {
		if err := patch(src, out, p.file, replace, func(text []byte) ([]byte, error) { return p.patch(src, text) }); err != nil {
			return err
		}
	}
	overlay, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "overlay.json"), append(overlay, '\n'), 0o666)
}

// patch writes a changed copy of a file to the folder out, and notes where.
func patch(src, out, file string, replace map[string]string, change func([]byte) ([]byte, error)) error {
	path := filepath.Join(src, file)
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	changed, err := change(text)
	if err != nil {
		return fmt.Errorf("%s: %w; this Go may be too new for the patch", path, err)
	}
	replace[path] = filepath.Join(out, flat(file))
	return write(replace[path], changed)
}

// flat names a file of the standard library in a folder without folders.
func flat(file string) string { return strings.ReplaceAll(file, "/", "_") }

// write writes a file unless it is already what it should be, so that what depends on it
// stays fresh.
func write(path string, text []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, text) {
		return nil
	}
	return os.WriteFile(path, text, 0o666)
}

// exactTimers makes beforeIdle ask for its timeout in nanoseconds. The import gets
// another name, so that no host takes one unit for the other.
func exactTimers(_ string, text []byte) ([]byte, error) {
	return edit(text, [][2]string{
		{"delay = (pollUntil-now-1)/1e6 + 1\n", "delay = pollUntil - now\n"},
		{"if delay > 1e9 {", "if delay > 1e18 {"},
		{"delay = 1e9\n", "delay = 1e18\n"},
		{"idleTimeout.diff(pollUntil) > 1e6", "idleTimeout.diff(pollUntil) > 0"},
		{"//go:wasmimport gojs runtime.scheduleTimeoutEvent\n", "//go:wasmimport gojs runtime.scheduleTimeoutEventNs\n"},
	})
}

// simulatedWeb gives Transport the method SimulateWeb.
func simulatedWeb(_ string, text []byte) ([]byte, error) {
	const roundTrip = "func (t *Transport) RoundTrip(req *Request) (*Response, error) {\n"
	return edit(text, [][2]string{{roundTrip, `var simulated RoundTripper

// SimulateWeb makes every Transport ask web first, unless it has a way of its own to
// dial or a proxy for the request. Web returns ErrSkipAltProtocol for what is not its.
func (*Transport) SimulateWeb(web RoundTripper) { simulated = web }

func (t *Transport) dialsOut(req *Request) bool {
	if t.Dial != nil || t.DialContext != nil || t.DialTLS != nil || t.DialTLSContext != nil {
		return false
	}
	if t.Proxy == nil {
		return true
	}
	proxy, err := t.Proxy(req)
	return proxy == nil && err == nil
}

` + roundTrip + `	if simulated != nil && t.dialsOut(req) {
		if resp, err := simulated.RoundTrip(req); err != ErrSkipAltProtocol {
			return resp, err
		}
	}
`}})
}

// edit replaces texts that stand there exactly once.
func edit(text []byte, edits [][2]string) ([]byte, error) {
	for _, e := range edits {
		if n := bytes.Count(text, []byte(e[0])); n != 1 {
			return nil, fmt.Errorf("%q stands there %d times, not once", e[0], n)
		}
		text = bytes.Replace(text, []byte(e[0]), []byte(e[1]), 1)
	}
	return text, nil
}

// linuxErrors gives the errors of js/wasm the texts that Linux has for the same names.
func linuxErrors(src string, text []byte) ([]byte, error) {
	texts, err := linuxTexts(filepath.Join(src, "syscall/zerrors_linux_amd64.go"))
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "tables_js.go", text, 0)
	if err != nil {
		return nil, err
	}
	table := composite(file, "errorstr")
	if table == nil {
		return nil, fmt.Errorf("there is no table errorstr")
	}
	var patched bytes.Buffer
	copied := 0
	for _, element := range table.Elts {
		entry, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		name, isName := entry.Key.(*ast.Ident)
		_, isLiteral := entry.Value.(*ast.BasicLit) // one is put together, with GOOS in it
		if !isName || !isLiteral || texts[name.Name] == "" {
			continue
		}
		patched.Write(text[copied:fset.Position(entry.Value.Pos()).Offset])
		patched.WriteString(strconv.Quote(texts[name.Name]))
		copied = fset.Position(entry.Value.End()).Offset
	}
	patched.Write(text[copied:])
	return patched.Bytes(), nil
}

// linuxTexts maps the names of Linux's errors to their texts: the file numbers the
// names in one place and gives the numbers texts in another.
func linuxTexts(path string) (map[string]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return nil, err
	}
	table := composite(file, "errors")
	if table == nil {
		return nil, fmt.Errorf("%s: there is no table errors", path)
	}
	byNumber := map[int64]string{}
	for _, element := range table.Elts {
		if entry, ok := element.(*ast.KeyValueExpr); ok {
			text, err := strconv.Unquote(entry.Value.(*ast.BasicLit).Value)
			if err != nil {
				return nil, err
			}
			byNumber[number(entry.Key)] = text
		}
	}
	texts := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		// E2BIG = Errno(0x7)
		if call, ok := spec.Values[0].(*ast.CallExpr); ok {
			if fun, ok := call.Fun.(*ast.Ident); ok && fun.Name == "Errno" {
				texts[spec.Names[0].Name] = byNumber[number(call.Args[0])]
			}
		}
		return true
	})
	return texts, nil
}

// composite finds the composite literal that the package variable is declared with.
func composite(file *ast.File, variable string) *ast.CompositeLit {
	var found *ast.CompositeLit
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && spec.Names[0].Name == variable && len(spec.Values) == 1 {
			found, _ = spec.Values[0].(*ast.CompositeLit)
		}
		return found == nil
	})
	return found
}

func number(e ast.Expr) int64 {
	if lit, ok := e.(*ast.BasicLit); ok {
		n, _ := strconv.ParseInt(lit.Value, 0, 64)
		return n
	}
	return -1
}
