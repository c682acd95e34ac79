// Package source holds the source of the standard library's generic packages (cmp,
// maps, slices), which package lang translates like a learner's own generics.
//
// It is copied from the installed Go (go generate ./wasm/export/source) and not kept
// in the repository: it is Go's own text.
package source

import (
	"embed"
	"io/fs"
)

//go:generate go run copy.go

//go:embed all:_goroot
var files embed.FS

// FS holds a folder for each package, as GOROOT/src does.
func FS() fs.FS {
	sub, err := fs.Sub(files, "_goroot")
	if err != nil {
		panic(err) // the path is valid
	}
	return sub
}
