package interp

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
)

// parse reads the files, in the order of their names, into one file of package main,
// which is all that the interpreter compiles at a time.
func parse(fset *token.FileSet, files map[string]string) (*ast.File, error) {
	merged := &ast.File{}
	imported := map[string]bool{} // "name path" of the imports that merged has
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file, err := parser.ParseFile(fset, name, files[name], parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		merged.Name, merged.Package = file.Name, file.Package
		merged.Imports = append(merged.Imports, file.Imports...)
		for _, decl := range file.Decls {
			if imports, ok := decl.(*ast.GenDecl); ok && imports.Tok == token.IMPORT {
				imports.Specs = slices.DeleteFunc(imports.Specs, func(spec ast.Spec) bool { return seen(imported, spec.(*ast.ImportSpec)) })
				if len(imports.Specs) == 0 {
					continue
				}
			}
			merged.Decls = append(merged.Decls, decl)
		}
	}
	return merged, nil
}

// seen reports whether an earlier file has the import, under the same name.
func seen(imported map[string]bool, spec *ast.ImportSpec) bool {
	key := spec.Path.Value
	if spec.Name != nil {
		key = spec.Name.Name + " " + key
	}
	was := imported[key]
	imported[key] = true
	return was
}
