package interp

import (
	"go/ast"
	"slices"
	"strconv"

	"awaitgo/wasm/stdlib"
)

// needsHTTP reports whether the program imports what only another build holds.
func needsHTTP(program *ast.File) bool {
	return stdlib.Symbols["net/http/http"] == nil && slices.ContainsFunc(program.Imports, func(spec *ast.ImportSpec) bool {
		path, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
		return slices.Contains(stdlib.HTTP, path)
	})
}
