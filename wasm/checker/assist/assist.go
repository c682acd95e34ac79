package assist

import (
	"go/ast"
	"go/token"
	"go/types"
	"sort"
	"strings"

	"awaitgo/wasm/checker/program"
	"awaitgo/wasm/export"
)

// Assistant answers questions about programs.
type Assistant struct {
	archive *export.Archive
	loader  *program.Loader
	byName  map[string][]string // package name to import paths, the best first
}

// New returns an Assistant for programs that import packages of the archive.
func New(archive *export.Archive, loader *program.Loader) *Assistant {
	a := &Assistant{archive, loader, map[string][]string{}}
	for p := range archive.All() {
		if _, whole := archive.Whole(p.Path); whole && p.Source != "" {
			a.byName[packageName(p.Source)] = append(a.byName[packageName(p.Source)], p.Path)
		}
	}
	for _, paths := range a.byName {
		sort.SliceStable(paths, func(i, j int) bool { return a.rank(paths[i]) < a.rank(paths[j]) })
	}
	return a
}

// rank is lower for the package that is likelier meant: one that the instant engine
// has, then the later version, then the shorter path.
func (a *Assistant) rank(path string) int {
	p, _ := a.archive.Package(path)
	rank := len(path)
	if p.Engine != export.Base {
		rank += 1000
	}
	if strings.HasSuffix(path, "/v2") {
		rank -= 100
	}
	return rank
}

func packageName(source string) string {
	_, clause, _ := strings.Cut("\n"+source, "\npackage ")
	name, _, _ := strings.Cut(clause, "\n")
	return name
}

// Range is a part of a file, in bytes.
type Range struct {
	File     string
	From, To int
}

// Edit replaces a part of a file.
type Edit struct {
	Range
	Text string
}

// identAt returns the identifier at or just before an offset, or nil.
func identAt(p *program.Program, file string, offset int) *ast.Ident {
	pos := p.Pos(file, offset)
	var found *ast.Ident
	ast.Inspect(p.Files[file], func(n ast.Node) bool {
		if n == nil || found != nil {
			return false
		}
		if id, ok := n.(*ast.Ident); ok && id.Pos() <= pos && pos <= id.End() {
			found = id
		}
		return n.Pos() <= pos && pos <= n.End() || isFile(n)
	})
	return found
}

func isFile(n ast.Node) bool {
	_, ok := n.(*ast.File)
	return ok
}

// objectOf returns what an identifier stands for, as it was declared, or nil.
func objectOf(p *program.Program, id *ast.Ident) types.Object {
	object := p.Info.Uses[id]
	if object == nil {
		object = p.Info.Defs[id]
	}
	if object == nil {
		object = switchVariable(p, id)
	}
	return origin(object)
}

// origin returns the declaration of a field or method of an instantiated type.
func origin(object types.Object) types.Object {
	switch object := object.(type) {
	case *types.Var:
		return object.Origin()
	case *types.Func:
		return object.Origin()
	}
	return object
}

// switchVariable returns a variable that `switch id := x.(type)` declares, or nil. There
// is one for each clause and none for the identifier itself.
func switchVariable(p *program.Program, id *ast.Ident) types.Object {
	for _, object := range p.Info.Implicits {
		if v, ok := object.(*types.Var); ok && v.Pos() == id.Pos() {
			return v
		}
	}
	return nil
}

// inProgram tells whether an object is declared in the program itself.
func inProgram(p *program.Program, object types.Object) bool {
	return object != nil && object.Pos().IsValid() && object.Pkg() == p.Types
}

// qualifier writes other packages by their name.
func qualifier(p *program.Program) types.Qualifier {
	return func(pkg *types.Package) string {
		if pkg == p.Types {
			return ""
		}
		return pkg.Name()
	}
}

func rangeOf(p *program.Program, from, to token.Pos) Range {
	file, a := p.Offset(from)
	_, b := p.Offset(to)
	return Range{file, a, b}
}
