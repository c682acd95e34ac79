package lang

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// unit is a type-checked package with its syntax: the program, or a generic
// package of the standard library.
type unit struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
}

// check parses and type-checks the program.
func check(files map[string]string, opts Options) (*unit, error) {
	u := newUnit(token.NewFileSet())
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file, err := parser.ParseFile(u.fset, name, files[name], parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			return nil, syntaxErrors(u.fset, err)
		}
		u.files = append(u.files, file)
	}
	if rejected := u.check("main", opts.Importer); rejected != nil {
		return nil, rejected
	}
	if main, _ := u.pkg.Scope().Lookup("main").(*types.Func); main == nil || u.pkg.Name() != "main" {
		return nil, Rejected{{Fset: u.fset, Pos: u.files[0].Package, Msg: "function main is undeclared in the main package"}}
	}
	return u, nil
}

func newUnit(fset *token.FileSet) *unit {
	return &unit{fset: fset, info: &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Instances:    map[*ast.Ident]types.Instance{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		FileVersions: map[*ast.File]string{},
	}}
}

func (u *unit) check(path string, importer types.Importer) Rejected {
	var rejected Rejected
	conf := types.Config{
		Importer: importer,
		Sizes:    types.SizesFor("gc", "amd64"),
		Error: func(err error) {
			var e types.Error
			if errors.As(err, &e) {
				rejected = append(rejected, e)
			}
		},
	}
	u.pkg, _ = conf.Check(path, u.fset, u.files, u.info)
	return rejected
}

func syntaxErrors(fset *token.FileSet, err error) Rejected {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return Rejected{{Fset: fset, Msg: err.Error()}}
	}
	list.RemoveMultiples()
	var rejected Rejected
	for _, e := range list {
		var pos token.Pos
		fset.Iterate(func(f *token.File) bool {
			if f.Name() == e.Pos.Filename {
				pos = f.Pos(e.Pos.Offset)
			}
			return true
		})
		rejected = append(rejected, types.Error{Fset: fset, Pos: pos, Msg: "syntax error: " + e.Msg})
	}
	return rejected
}

// source parses and type-checks a package of the standard library from its folder.
func source(fset *token.FileSet, pkg string, opts Options) (*unit, error) {
	u := newUnit(fset)
	names, err := fs.Glob(opts.Source, path.Join(pkg, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(opts.Source, name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(fset, "$GOROOT/src/"+name, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		u.files = append(u.files, file)
	}
	if rejected := u.check(pkg, opts.Importer); rejected != nil {
		return nil, rejected
	}
	return u, nil
}
