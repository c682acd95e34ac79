package export

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
)

// Importer imports the packages of an archive for go/types. It keeps what it has
// read, so one importer should serve all checks of a process.
type Importer struct {
	archive  *Archive
	fset     *token.FileSet
	packages map[string]*types.Package
	files    map[string]*ast.File
	docs     map[string]map[token.Pos]string
}

// NewImporter returns an importer that has read nothing yet.
func NewImporter(archive *Archive) *Importer {
	return &Importer{
		archive:  archive,
		fset:     token.NewFileSet(),
		packages: map[string]*types.Package{"unsafe": types.Unsafe},
		files:    map[string]*ast.File{},
		docs:     map[string]map[token.Pos]string{},
	}
}

// Import implements types.Importer.
func (i *Importer) Import(path string) (*types.Package, error) {
	if pkg := i.packages[path]; pkg != nil {
		return pkg, nil
	}
	source := i.archive.Source(path)
	if source == "" {
		return nil, fmt.Errorf("no types of package %s", path)
	}
	file, err := parser.ParseFile(i.fset, path, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	config := types.Config{
		Importer:         i,
		Sizes:            types.SizesFor("gc", "amd64"),
		IgnoreFuncBodies: true,
		Error:            func(error) {}, // methods that can't be called have no signature
	}
	pkg, _ := config.Check(path, i.fset, []*ast.File{file}, nil)
	i.packages[path] = pkg
	i.files[path] = file
	return pkg, nil
}

// Doc returns the first sentence about an imported object, a method or a field, or "".
func (i *Importer) Doc(object types.Object) string {
	if object.Pkg() == nil {
		return ""
	}
	path := object.Pkg().Path()
	if i.docs[path] == nil {
		if i.files[path] == nil {
			return ""
		}
		i.docs[path] = docs(i.files[path])
	}
	return i.docs[path][object.Pos()]
}

// PackageDoc returns the first sentence about a package, or "".
func (i *Importer) PackageDoc(path string) string {
	first, _, _ := strings.Cut(i.archive.Source(path), "\n")
	doc, found := strings.CutPrefix(first, "// ")
	if !found {
		return ""
	}
	return doc
}

func docs(file *ast.File) map[token.Pos]string {
	m := map[token.Pos]string{}
	note := func(name *ast.Ident, doc *ast.CommentGroup) {
		if doc != nil {
			m[name.Pos()] = strings.TrimSpace(doc.Text())
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			note(n.Name, n.Doc)
			return false
		case *ast.GenDecl:
			for _, spec := range n.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					note(spec.Name, n.Doc)
				case *ast.ValueSpec:
					note(spec.Names[0], n.Doc)
				}
			}
		case *ast.Field:
			for _, name := range n.Names {
				note(name, n.Doc)
			}
		}
		return true
	})
	return m
}

// ImportWhole imports a package if all that it exports is known.
func (i *Importer) ImportWhole(path string) (*types.Package, error) {
	if _, whole := i.archive.Whole(path); !whole {
		return nil, fmt.Errorf("not all of package %s is known", path)
	}
	return i.Import(path)
}
