// Package diagnose says about a program what `go build` would say, line by line.
//
// Three speak in turn, and each only if the one before it had nothing to say:
//
//   - The go command reads the package clause and the imports. It words mistakes
//     there its own way (importer.go), without a header, and names the file without
//     a leading "./".
//   - The compiler parses and type-checks, under the header of the package
//     (cmd/compile/gobuild, which the overlay in wasm/internal/overlay provides).
//   - The linker misses function main.
//
// To import a package that exists in Go but not in the archive is no mistake, and what a
// program takes from it is not checked.
package diagnose
