package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// buildToolchain builds the compiler and the linker for js/wasm.
func buildToolchain(overlay, out string) error {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("asking for the installed Go: %w", err)
	}
	cut, err := cutToWasm(strings.TrimSpace(string(goroot)), overlay, out)
	if err != nil {
		return err
	}
	for _, tool := range []string{"compile", "link"} {
		file := filepath.Join(out, "exact-"+tool+".wasm")
		// The go command would leave a file as it is that it once built from the same
		// source, though its globals have been exported since.
		if err := os.RemoveAll(file); err != nil {
			return err
		}
		// The profile that the compiler comes with makes it larger, and no faster there.
		err := goCommand("build", "-overlay", cut, "-trimpath", "-pgo=off", "-ldflags=-s -w", "-o", file, "cmd/"+tool)
		if err != nil {
			return err
		}
		if err := exportGlobals(file); err != nil {
			return err
		}
	}
	return nil
}

// edits are changes that the tools need to be started over from a copy that the host
// has taken of them: see _goroot.
var edits = map[string]struct{ old, new string }{
	// Between one start and the next, memory stays as large as it was.
	"runtime/mem_wasm.go": {
		"\tif bl+n > blocMax {\n",
		"\tblocMax = max(blocMax, uintptr(currentMemory())*physPageSize)\n\tif bl+n > blocMax {\n",
	},
	"cmd/link/internal/ld/lib.go": {
		"\ti := 0\n\tfor ; i < len(ctxt.Library); i++ {\n",
		"\ti := ctxt.preload()\n\tfor ; i < len(ctxt.Library); i++ {\n",
	},
}

// goCommand runs the go command for js/wasm.
func goCommand(args ...string) error {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}

// cutToWasm adds to the overlay what takes every architecture but wasm out of the
// compiler and the linker and what has them wait for their host, and returns the new
// overlay's file.
func cutToWasm(goroot, overlay, out string) (string, error) {
	var all struct{ Replace map[string]string }
	if overlay != "" {
		text, err := os.ReadFile(overlay)
		if err != nil {
			return "", err
		}
		if err := json.Unmarshal(text, &all); err != nil {
			return "", fmt.Errorf("%s: %w", overlay, err)
		}
	} else {
		all.Replace = map[string]string{}
	}
	folder, err := filepath.Abs(filepath.Join(out, "overlay"))
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", err
	}
	added, err := filepath.Abs("wasm/exact/_goroot")
	if err != nil {
		return "", err
	}
	err = filepath.WalkDir(added, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			all.Replace[goroot+strings.TrimPrefix(path, added)] = path
		}
		return err
	})
	if err != nil {
		return "", err
	}
	for file, e := range edits {
		path := filepath.Join(goroot, "src", file)
		text, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		if n := strings.Count(string(text), e.old); n != 1 {
			return "", fmt.Errorf("%s: %q stands there %d times, not once; this Go may be too new", path, e.old, n)
		}
		to := filepath.Join(folder, strings.ReplaceAll(file, "/", "_"))
		if err := os.WriteFile(to, []byte(strings.Replace(string(text), e.old, e.new, 1)), 0o666); err != nil {
			return "", err
		}
		all.Replace[path] = to
	}
	for _, file := range []string{
		"cmd/compile/main.go",
		"cmd/compile/internal/ssa/config.go",
		"cmd/link/main.go",
	} {
		path := filepath.Join(goroot, "src", file)
		text, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		text, err = onlyWasm(path, text)
		if err != nil {
			return "", err
		}
		to := filepath.Join(folder, strings.ReplaceAll(file, "/", "_"))
		if err := os.WriteFile(to, text, 0o666); err != nil {
			return "", err
		}
		all.Replace[path] = to
	}
	text, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return "", err
	}
	file := filepath.Join(folder, "overlay.json")
	return file, os.WriteFile(file, text, 0o666)
}

var otherArchitectures = map[string]bool{
	"386": true, "amd64": true, "arm": true, "arm64": true, "loong64": true, "mips": true, "mipsle": true,
	"mips64": true, "mips64le": true, "ppc64": true, "ppc64le": true, "riscv64": true, "s390x": true,
	"x86": true, // a package's name, for 386
}

// onlyWasm takes out of a file what is there for other architectures: cases of
// switches, elements of a map, imports. What is not mentioned is not linked.
func onlyWasm(path string, text []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	offset := func(p token.Pos) int { return fset.Position(p).Offset }
	blanked := 0
	blank := func(n ast.Node, end token.Pos) {
		for i := offset(n.Pos()); i < offset(end); i++ {
			if text[i] != '\n' {
				text[i] = ' '
			}
		}
		blanked++
	}
	isOther := func(e ast.Expr) bool {
		lit, ok := e.(*ast.BasicLit)
		return ok && lit.Kind == token.STRING && otherArchitectures[strings.Trim(lit.Value, `"`)]
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Name.Name != "buildRecipes" // what it would lose are numbers, and its variables' only uses
		case *ast.ImportSpec:
			path, _ := strconv.Unquote(n.Path.Value)
			if otherArchitectures[path[strings.LastIndex(path, "/")+1:]] {
				blank(n, n.End())
			}
		case *ast.KeyValueExpr:
			if isOther(n.Key) {
				blank(n, n.End()+1) // and its comma
			}
		case *ast.CaseClause:
			if len(n.List) == 0 {
				return true
			}
			for _, e := range n.List {
				if !isOther(e) {
					return true
				}
			}
			blank(n, n.End())
			return false
		}
		return true
	})
	if blanked == 0 {
		return nil, fmt.Errorf("%s: nothing there is for another architecture; this Go may be too new", path)
	}
	return text, nil
}
