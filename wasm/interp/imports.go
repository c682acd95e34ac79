package interp

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/traefik/yaegi/stdlib/generic"

	"awaitgo/wasm/stdlib"
)

// checkImports refuses what no build of the engine holds, naming what there is.
func checkImports(fset *token.FileSet, program *ast.File) error {
	var unknown Rejected
	needsHTTP := false
	for _, spec := range program.Imports {
		path := importPath(spec)
		switch {
		case slices.Contains(stdlib.Base, path):
		case slices.Contains(stdlib.HTTP, path):
			needsHTTP = needsHTTP || stdlib.Symbols[path+path[strings.LastIndex(path, "/"):]] == nil
		default:
			p := fset.Position(spec.Pos())
			message := fmt.Sprintf("package %s is not available here", path)
			if unknown == nil {
				message += "; the available packages are " + strings.Join(available(), ", ")
			}
			unknown = append(unknown, Diagnostic{p.Filename, p.Line, p.Column, message})
		}
	}
	if unknown != nil {
		return unknown
	}
	if needsHTTP {
		return ErrNeedsHTTP
	}
	return nil
}

func available() []string {
	return slices.Sorted(slices.Values(slices.Concat(stdlib.Base, stdlib.HTTP)))
}

// loadGeneric gives the program the generic packages that it imports. They have no
// compiled values: the interpreter brings source of its own for a part of each.
func (s *Session) loadGeneric(program *ast.File) error {
	for _, spec := range program.Imports {
		switch importPath(spec) {
		case "cmp", "maps", "slices":
			for _, source := range generic.Sources {
				if _, err := s.yaegi.Compile(source); err != nil {
					return fmt.Errorf("loading the generic packages: %w", err)
				}
			}
			return nil
		}
	}
	return nil
}
