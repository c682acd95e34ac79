package export

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"strings"
)

// Engine says which build of the instant engine holds a package.
type Engine string

const (
	Base   Engine = "base"
	HTTP   Engine = "http"
	None   Engine = "none"
	Part   Engine = "part"
	Hidden Engine = "hidden"
)

// Package is one section of the archive.
type Package struct {
	Path   string
	Engine Engine
	// Source is empty if no more than the name is known.
	Source string
}

// Archive is the packages that programs can import, and those that these need.
type Archive struct {
	paths    []string
	packages map[string]Package
}

//go:embed all:archive
var files embed.FS

// Open returns the archive that this program was built with.
func Open() (*Archive, error) {
	text, err := files.ReadFile("archive/packages.txt")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("this program was built without the packages' types; run: go generate ./wasm/export")
	}
	if err != nil {
		return nil, err
	}
	return Parse(string(text))
}

// Parse reads an archive.
func Parse(text string) (*Archive, error) {
	a := &Archive{packages: map[string]Package{}}
	for text != "" {
		rest, found := strings.CutPrefix(text, "-- ")
		header, rest, ended := strings.Cut(rest, " --\n")
		path, engine, named := strings.Cut(header, " ")
		if !found || !ended || !named {
			return nil, fmt.Errorf("archive of packages: %.40q is no header", text)
		}
		source := rest
		if end := strings.Index("\n"+rest, "\n-- "); end >= 0 {
			source, text = rest[:end], rest[end:]
		} else {
			text = ""
		}
		a.paths = append(a.paths, path)
		a.packages[path] = Package{path, Engine(engine), source}
	}
	return a, nil
}

// Package returns the package with the import path.
func (a *Archive) Package(path string) (p Package, ok bool) {
	p, ok = a.packages[path]
	return p, ok
}

// Whole returns the package if all that it exports is here.
func (a *Archive) Whole(path string) (p Package, ok bool) {
	p, ok = a.packages[path]
	return p, ok && p.Source != "" && p.Engine != Part && p.Engine != Hidden || path == "unsafe"
}

// Source returns what declarations of the package there are.
func (a *Archive) Source(path string) string {
	return a.packages[path].Source
}

// All yields the packages in the order of their paths.
func (a *Archive) All() iter.Seq[Package] {
	return func(yield func(Package) bool) {
		for _, path := range a.paths {
			if !yield(a.packages[path]) {
				return
			}
		}
	}
}
