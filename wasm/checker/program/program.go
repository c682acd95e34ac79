// Package program parses and type-checks a program once for all that is asked about
// it: warnings, completion, documentation, renaming. It goes on where it can when the
// program is wrong, as a program under the cursor nearly always is.
package program

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"go/version"
	"maps"
	"runtime"
	"slices"

	"awaitgo/wasm/export"
)

// Program is a program as far as it could be understood. Nothing in it is nil.
type Program struct {
	Fset    *token.FileSet
	Names   []string // the files' names, sorted
	Sources map[string]string
	Files   map[string]*ast.File
	Types   *types.Package
	Info    *types.Info
	// Errors lists what the parser and the type-checker object to, in their own words.
	// A learner gets those of package diagnose.
	Errors []error
}

// Loader loads programs. It keeps the last one, which is often asked for again, and
// the packages that programs import.
type Loader struct {
	Importer *export.Importer
	last     *Program
}

// NewLoader returns a Loader for programs that import packages of the archive.
func NewLoader(archive *export.Archive) *Loader {
	return &Loader{Importer: export.NewImporter(archive)}
}

// Sizes are those of the machines that people have; those of WebAssembly differ only in
// what package unsafe shows.
var Sizes = types.SizesFor("gc", "amd64")

// Load loads a program from its files' names and sources.
func (l *Loader) Load(files map[string]string) *Program {
	if l.last != nil && maps.Equal(l.last.Sources, files) {
		return l.last
	}
	p := &Program{
		Fset:    token.NewFileSet(),
		Names:   slices.Sorted(maps.Keys(files)),
		Sources: maps.Clone(files),
		Files:   map[string]*ast.File{},
		Info: &types.Info{
			Types:        map[ast.Expr]types.TypeAndValue{},
			Instances:    map[*ast.Ident]types.Instance{},
			Defs:         map[*ast.Ident]types.Object{},
			Uses:         map[*ast.Ident]types.Object{},
			Implicits:    map[ast.Node]types.Object{},
			Selections:   map[*ast.SelectorExpr]*types.Selection{},
			Scopes:       map[ast.Node]*types.Scope{},
			FileVersions: map[*ast.File]string{},
		},
	}
	for _, name := range p.Names {
		// With object resolution, which some passes of go vet still look at.
		file, err := parser.ParseFile(p.Fset, name, files[name], parser.ParseComments|parser.AllErrors)
		if list, ok := err.(scanner.ErrorList); ok {
			for _, e := range list {
				p.Errors = append(p.Errors, e)
			}
		}
		p.Files[name] = file
	}
	config := types.Config{
		Importer: whole{l.Importer},
		Sizes:    Sizes,
		// Without a version passes of go vet take the files for very old.
		GoVersion: version.Lang(runtime.Version()),
		Error:     func(err error) { p.Errors = append(p.Errors, err) },
	}
	// The path is what go vet calls a package that is given to it as files.
	p.Types, _ = config.Check("command-line-arguments", p.Fset, p.Syntax(), p.Info)
	l.last = p
	return p
}

// whole imports only packages of which all is known. The type-checker takes what a
// program uses of others as it comes.
type whole struct{ *export.Importer }

func (w whole) Import(path string) (*types.Package, error) {
	return w.ImportWhole(path)
}

// Syntax returns the files in the order of their names.
func (p *Program) Syntax() []*ast.File {
	var list []*ast.File
	for _, name := range p.Names {
		list = append(list, p.Files[name])
	}
	return list
}

// Pos returns the position of a byte offset in a file.
func (p *Program) Pos(file string, offset int) token.Pos {
	f := p.Fset.File(p.Files[file].FileStart)
	return f.Pos(min(max(offset, 0), f.Size()))
}

// Offset returns the file and the byte offset in it of a position in the program.
func (p *Program) Offset(pos token.Pos) (file string, offset int) {
	f := p.Fset.File(pos)
	return f.Name(), f.Offset(pos)
}

// LoadOther loads a program without keeping it: the one that Load keeps is the one that
// will be asked for again.
func (l *Loader) LoadOther(files map[string]string) *Program {
	last := l.last
	p := l.Load(files)
	if last != nil {
		l.last = last
	}
	return p
}
