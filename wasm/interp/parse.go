package interp

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
)

// parse reads the files, in the order of their names, into one file of package
// main, which is all that the interpreter compiles at a time.
func parse(fset *token.FileSet, files map[string]string) (*ast.File, error) {
	merged := &ast.File{}
	imported := map[string]token.Pos{} // "name path" of the imports that merged has
	hasMain := false
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file, err := parser.ParseFile(fset, name, files[name], parser.SkipObjectResolution)
		if err != nil {
			return nil, fromSyntax(err)
		}
		if file.Name.Name != "main" {
			p := fset.Position(file.Name.Pos())
			return nil, Rejected{{p.Filename, p.Line, p.Column, "package " + file.Name.Name + " is not a main package; a program begins with package main"}}
		}
		if merged.Name == nil {
			merged.Name, merged.Package = file.Name, file.Package
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.GenDecl:
				if decl.Tok == token.IMPORT {
					decl.Specs = newImports(decl.Specs, imported)
					if len(decl.Specs) == 0 {
						continue
					}
				}
			case *ast.FuncDecl:
				hasMain = hasMain || decl.Recv == nil && decl.Name.Name == "main"
			}
			merged.Decls = append(merged.Decls, decl)
		}
		merged.Imports = append(merged.Imports, file.Imports...)
	}
	if !hasMain {
		return nil, Rejected{{firstName(files), 1, 0, "function main is undeclared in the main package"}}
	}
	return merged, nil
}

// newImports leaves out what an earlier file imported under the same name.
func newImports(specs []ast.Spec, imported map[string]token.Pos) []ast.Spec {
	return slices.DeleteFunc(specs, func(spec ast.Spec) bool {
		imp := spec.(*ast.ImportSpec)
		key := imp.Path.Value
		if imp.Name != nil {
			key = imp.Name.Name + " " + key
		}
		_, seen := imported[key]
		imported[key] = imp.Pos()
		return seen
	})
}

// importPath returns the path of an import that go/parser has accepted.
func importPath(spec *ast.ImportSpec) string {
	path, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
	return path
}

func firstName(files map[string]string) string {
	if len(files) == 0 {
		return "main.go"
	}
	return slices.Min(slices.Collect(maps.Keys(files)))
}
