package lang

import (
	"embed"
	"go/ast"
	"go/parser"
	"go/types"
)

// fromSource lists the packages whose generic functions are translated from the
// standard library's own source.
var fromSource = map[string]bool{"cmp": true, "maps": true, "slices": true}

// written holds, for the other packages with generic functions and types, ours: the
// package's own rest on what only compiled code can do.
//
//go:embed generic/*.go.txt
var written embed.FS

// writtenFor maps an import path to its file in written.
var writtenFor = map[string]string{
	"sync":         "generic/sync.go.txt",
	"sync/atomic":  "generic/atomic.go.txt",
	"math/rand/v2": "generic/rand.go.txt",
	"errors":       "generic/errors.go.txt",
	"iter":         "generic/iter.go.txt",
	"slices":       "generic/slices.go.txt",
	"maps":         "generic/maps.go.txt",
}

// load makes the generic declarations of a package known.
func (l *lowerer) load(pkg string) bool {
	if _, loaded := l.units[pkg]; loaded {
		return false
	}
	l.units[pkg] = nil
	var u *unit
	switch {
	case fromSource[pkg]:
		var err error
		if u, err = source(l.main.fset, pkg, l.opts); err != nil {
			l.refuse(nil, "the source of package %s is not at hand: %v", pkg, err)
		}
		if writtenFor[pkg] != "" {
			l.declare(u)
			u = l.written(pkg)
		}
	case writtenFor[pkg] != "":
		u = l.written(pkg)
	default:
		return false
	}
	l.units[pkg] = u
	l.declare(u)
	return true
}

// written checks our own source for a package. A function in it without a body is
// one of rt's, under the same name.
func (l *lowerer) written(pkg string) *unit {
	text, err := written.ReadFile(writtenFor[pkg])
	if err != nil {
		panic(err)
	}
	u := newUnit(l.main.fset)
	file, err := parser.ParseFile(u.fset, "$GOROOT/src/"+pkg+"/generic.go", text, parser.SkipObjectResolution)
	if err != nil {
		panic(err)
	}
	u.files = []*ast.File{file}
	if rejected := u.check(pkg, l.opts.Importer); rejected != nil {
		panic(rejected)
	}
	return u
}

// replaced reports whether the type is a generic one of the standard library for
// which we have our own.
func (l *lowerer) replaced(t *types.Named) bool {
	return t.Obj().Pkg().Path() != "main" && writtenFor[t.Obj().Pkg().Path()] != "" && l.replacement(t) != nil
}

func (l *lowerer) replacement(t *types.Named) *types.Named {
	path := t.Obj().Pkg().Path()
	l.load(path)
	u := l.units[path]
	if u == nil || u.pkg == t.Obj().Pkg() {
		return nil
	}
	obj, ok := u.pkg.Scope().Lookup(t.Obj().Name()).(*types.TypeName)
	if !ok {
		return nil
	}
	var args []types.Type
	for i := range t.TypeArgs().Len() {
		args = append(args, t.TypeArgs().At(i))
	}
	inst, err := types.Instantiate(nil, obj.Type(), args, false)
	if err != nil {
		return nil
	}
	return inst.(*types.Named)
}
