package assist

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"awaitgo/wasm/checker/program"
)

// Format returns the edits that lay a file out as gofmt does, add the imports that it
// misses and take away those that it does not use. The error is a sentence for the
// person who asked.
func (a *Assistant) Format(files map[string]string, file string) ([]Edit, error) {
	source := files[file]
	p := a.loader.Load(files)
	fset := token.NewFileSet()
	syntax, err := parser.ParseFile(fset, file, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		if list, ok := err.(scanner.ErrorList); ok {
			return nil, fmt.Errorf("Line %d can't be read as Go yet, so nothing was formatted: %s.", list[0].Pos.Line, list[0].Msg)
		}
		return nil, err
	}
	if len(p.Files[file].Imports) == len(syntax.Imports) {
		a.fixImports(p, file, fset, syntax)
	}
	var out bytes.Buffer
	if err := format.Node(&out, fset, syntax); err != nil {
		return nil, err
	}
	return diff(file, source, out.String()), nil
}

// fixImports adds and removes import declarations. P is the program that the syntax is a
// file of.
func (a *Assistant) fixImports(p *program.Program, file string, fset *token.FileSet, syntax *ast.File) {
	used := map[types.Object]bool{}
	for _, object := range p.Info.Uses {
		used[object] = true
	}
	type unused struct{ name, path string }
	var remove []unused
	for i, spec := range p.Files[file].Imports {
		object := p.Info.Implicits[spec]
		if spec.Name != nil {
			object = p.Info.Defs[spec.Name]
		}
		name, isPackage := object.(*types.PkgName)
		if !isPackage || used[name] || name.Name() == "." || name.Name() == "_" {
			continue
		}
		local := ""
		if syntax.Imports[i].Name != nil {
			local = syntax.Imports[i].Name.Name
		}
		path, _ := strconv.Unquote(spec.Path.Value) // the parser has accepted it
		remove = append(remove, unused{local, path})
	}
	for _, u := range remove {
		astutil.DeleteNamedImport(fset, syntax, u.name, u.path)
	}
	if dotImported(p.Files[file]) {
		return // what seems to be missing may come from there
	}
	missing := missingPackages(p, file)
	for _, name := range slices.Sorted(maps.Keys(missing)) {
		if path := a.resolve(name, missing[name]); path != "" {
			astutil.AddImport(fset, syntax, path)
		}
	}
}

func dotImported(file *ast.File) bool {
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		return spec.Name != nil && spec.Name.Name == "."
	})
}

// missingPackages returns the names before a dot that nothing declares, each with the
// names that follow it.
func missingPackages(p *program.Program, file string) map[string][]string {
	missing := map[string][]string{}
	ast.Inspect(p.Files[file], func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := selector.X.(*ast.Ident); ok && p.Info.Uses[id] == nil && p.Info.Defs[id] == nil && p.Types.Scope().Lookup(id.Name) == nil {
			missing[id.Name] = append(missing[id.Name], selector.Sel.Name)
		}
		return true
	})
	return missing
}

// resolve returns the path of the best package with the name that exports all of these
// names, or any of them; or "".
func (a *Assistant) resolve(name string, exports []string) string {
	best, most := "", 0
	for _, path := range a.byName[name] {
		pkg, err := a.loader.Importer.Import(path)
		if err != nil {
			continue
		}
		n := 0
		for _, export := range exports {
			if pkg.Scope().Lookup(export) != nil && token.IsExported(export) {
				n++
			}
		}
		if n > most {
			best, most = path, n
		}
	}
	return best
}

// diff returns edits that make one text the other. Where the two differ in white space
// alone, as they mostly do, each edit is a gap between two characters, so that an editor
// can keep its cursor and marks. What else differs is one edit.
func diff(file, old, new string) []Edit {
	var edits []Edit
	edit := func(from, to int, text string) {
		if old[from:to] != text {
			edits = append(edits, Edit{Range{file, from, to}, text})
		}
	}
	// Forward to where the texts part, and back from the end.
	i, j := 0, 0
	var forward [][4]int
	for {
		ni, nj := skipSpace(old, i), skipSpace(new, j)
		if ni == len(old) && nj == len(new) {
			for _, g := range forward {
				edit(g[0], g[1], new[g[2]:g[3]])
			}
			edit(i, ni, new[j:nj])
			return edits
		}
		if ni == len(old) || nj == len(new) || old[ni] != new[nj] {
			break
		}
		forward = append(forward, [4]int{i, ni, j, nj})
		i, j = ni+1, nj+1
	}
	k, l := len(old), len(new)
	var backward [][4]int
	for {
		nk, nl := skipSpaceBack(old, k, i), skipSpaceBack(new, l, j)
		if nk == i || nl == j || old[nk-1] != new[nl-1] {
			break
		}
		backward = append(backward, [4]int{nk, k, nl, l})
		k, l = nk-1, nl-1
	}
	for _, g := range forward {
		edit(g[0], g[1], new[g[2]:g[3]])
	}
	edit(i, k, new[j:l])
	for _, g := range slices.Backward(backward) {
		edit(g[0], g[1], new[g[2]:g[3]])
	}
	return edits
}

func skipSpace(text string, at int) int {
	for at < len(text) && isSpace(text[at]) {
		at++
	}
	return at
}

func skipSpaceBack(text string, at, limit int) int {
	for at > limit && isSpace(text[at-1]) {
		at--
	}
	return at
}

func isSpace(b byte) bool { return strings.IndexByte(" \t\r\n", b) >= 0 }
