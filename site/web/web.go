// Package web holds the browser side of a site: scripts, styles and engines,
// as make build leaves them in bundle/. A build without it embeds an empty
// folder, which site.Build refuses.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:bundle
var files embed.FS

// Bundle is the content of bundle/.
var Bundle = mustSub(files, "bundle")

func mustSub(fsys fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err) // dir is a valid path
	}
	return sub
}
