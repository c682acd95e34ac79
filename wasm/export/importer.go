package export

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// Importer imports the packages of an archive for go/types. It keeps what it has
// read, so one importer should serve all checks of a process.
type Importer struct {
	archive  *Archive
	fset     *token.FileSet
	packages map[string]*types.Package
	docs     map[string]map[int]string // by path and line
}

// NewImporter returns an importer that has read nothing yet.
func NewImporter(archive *Archive) *Importer {
	return &Importer{
		archive:  archive,
		fset:     token.NewFileSet(),
		packages: map[string]*types.Package{"unsafe": types.Unsafe},
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
	file, err := parser.ParseFile(i.fset, path, source, parser.SkipObjectResolution)
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
	return pkg, nil
}

// AddDocs makes documentation known, which there is none of before.
func (i *Importer) AddDocs(text string) error {
	docs := map[string]map[int]string{}
	var section map[int]string
	for line := range strings.Lines(text) {
		first, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		number, err := strconv.Atoi(first)
		switch {
		case first == "--":
			section = map[int]string{}
			docs[strings.TrimSuffix(rest, " --")] = section
		case !ok || err != nil || section == nil:
			return fmt.Errorf("documentation: %.40q is neither a header nor a sentence", line)
		default:
			section[number] = rest
		}
	}
	i.docs = docs
	return nil
}

// Doc returns the first sentence about an imported object, a method or a field, or "".
func (i *Importer) Doc(object types.Object) string {
	if object.Pkg() == nil {
		return ""
	}
	return i.docs[object.Pkg().Path()][i.fset.Position(object.Pos()).Line]
}

// PackageDoc returns the first sentence about a package, or "".
func (i *Importer) PackageDoc(path string) string { return i.docs[path][1] }

// ImportWhole imports a package if all that it exports is known.
func (i *Importer) ImportWhole(path string) (*types.Package, error) {
	if _, whole := i.archive.Whole(path); !whole {
		return nil, fmt.Errorf("not all of package %s is known", path)
	}
	return i.Import(path)
}
