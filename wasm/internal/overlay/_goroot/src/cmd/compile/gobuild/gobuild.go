// Package gobuild says about a program what the compiler says about it: it parses
// and type-checks with the compiler's own packages, and reports in the compiler's
// order, with its limits. It stops before code is made.
package gobuild

import (
	"fmt"
	"internal/goversion"
	"internal/types/errors"
	"slices"
	"sort"
	"strings"

	"cmd/compile/internal/syntax"
	"cmd/compile/internal/types2"
)

// File is a file of the program, named as its messages shall name it.
type File struct {
	Name   string
	Source string
}

// Message is one message of the compiler.
type Message struct {
	File   string
	Line   int // from 1
	Column int // in bytes, from 1; 0 if the compiler shows none
	Text   string
	// Code is the type-checker's number for the kind of mistake, or 0.
	Code int
}

// String returns the message as go build prints it.
func (m Message) String() string {
	if m.Column == 0 {
		return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Text)
	}
	return fmt.Sprintf("%s:%d:%d: %s", m.File, m.Line, m.Column, m.Text)
}

// Result is what became of a program.
type Result struct {
	Messages []Message
	// Package is the name in the package clauses, or "" if they could not be parsed.
	Package string
	// HasMain tells whether there is a function main.
	HasMain bool
}

// Checker checks programs one after the other. It keeps the packages that they import.
type Checker struct {
	whole    func(path string) bool
	source   func(path string) string
	packages map[string]*types2.Package
	names    map[string]*types2.Package // see named
}

// New returns a Checker. Source returns a package's declarations, which may be without
// bodies. A program can import a package if whole says so: of others not everything
// may be declared, and what a program takes from them is not checked.
func New(whole func(path string) bool, source func(path string) string) *Checker {
	return &Checker{whole, source, map[string]*types2.Package{"unsafe": types2.Unsafe}, map[string]*types2.Package{}}
}

// Check checks the files of a program.
func (c *Checker) Check(files []File) Result {
	var r report
	result := c.check(files, &r)
	result.Messages = r.end()
	return result
}

func (c *Checker) check(files []File, r *report) Result {
	var result Result
	var parsed []*syntax.File
	for _, file := range files {
		base := syntax.NewFileBase(file.Name)
		onError := func(err error) {
			e := err.(syntax.Error)
			r.add(e.Pos, 0, e.Msg)
		}
		f, _ := syntax.Parse(base, strings.NewReader(file.Source), onError, nil, syntax.CheckBranches)
		if f == nil {
			return result
		}
		parsed = append(parsed, f)
	}
	if r.syntaxErrors > 0 {
		return result
	}
	versions := map[*syntax.PosBase]string{}
	config := config(program{c})
	broken := false
	config.Error = func(err error) {
		e := err.(types2.Error)
		switch e.Code {
		case errors.BrokenImport:
			broken = true
			return
		case errors.MissingFieldOrMethod, errors.InvalidIfaceAssign, errors.ImpossibleAssert, errors.InvalidTypeArg:
			if broken {
				return // the method may come from a type of that package
			}
		}
		r.add(e.Pos, e.Code, c.word(e, parsed, versions))
	}
	info := &types2.Info{FileVersions: versions, StoreTypesInSyntax: true, Implicits: map[syntax.Node]types2.Object{}, Scopes: map[syntax.Node]*types2.Scope{}}
	pkg, _ := config.Check("main", parsed, info)
	result.Package = pkg.Name()
	_, result.HasMain = pkg.Scope().Lookup("main").(*types2.Func)
	if r.errors == 0 {
		for _, file := range parsed {
			r.bodies(file)
		}
	}
	return result
}

func config(importer types2.Importer) types2.Config {
	return types2.Config{
		IgnoreBranchErrors: true, // the parser has reported them
		GoVersion:          fmt.Sprintf("go1.%d", goversion.Version),
		Importer:           importer,
		Sizes:              types2.SizesFor("gc", "amd64"),
		EnableAlias:        true,
	}
}

// bodies reports the functions that have none. With assembly files they might.
func (r *report) bodies(file *syntax.File) {
	for _, decl := range file.DeclList {
		if f, ok := decl.(*syntax.FuncDecl); ok && f.Body == nil {
			r.add(f.Pos(), 0, "missing function body")
		}
	}
}

// program imports for a program, Checker itself for packages.
type program struct{ *Checker }

func (p program) Import(path string) (*types2.Package, error) {
	if !p.whole(path) {
		return nil, fmt.Errorf("not all of package %s is known", path)
	}
	return p.Checker.Import(path)
}

// Import implements types2.Importer.
func (c *Checker) Import(path string) (*types2.Package, error) {
	if pkg := c.packages[path]; pkg != nil {
		return pkg, nil
	}
	source := c.source(path)
	if source == "" {
		return nil, fmt.Errorf("no such package: %s", path)
	}
	ignore := func(error) {}
	file, err := syntax.Parse(syntax.NewFileBase(path), strings.NewReader(source), ignore, nil, 0)
	if file == nil {
		return nil, err
	}
	config := config(c)
	config.IgnoreFuncBodies = true
	config.Error = ignore
	pkg, _ := config.Check(path, []*syntax.File{file}, nil)
	c.packages[path] = pkg
	pkg.SetImports(c.named(source).Imports())
	return pkg, nil
}

// named returns a package of which only the name and the imports are known. Where two
// packages of the same name are at hand, though deep below, the compiler writes their
// paths in its messages. So it must meet all of them, by the comment that the
// declarations have of imports; but it need not read what they declare.
func (c *Checker) named(source string) *types2.Package {
	_, clause, _ := strings.Cut("\n"+source, "\npackage ")
	name, rest, _ := strings.Cut(clause, "\n")
	list, _ := strings.CutPrefix(rest, "// imports ")
	list, _, _ = strings.Cut(list, "\n")
	pkg := types2.NewPackage("", name)
	var imports []*types2.Package
	for _, path := range strings.Fields(list) {
		imported := c.names[path]
		if imported == nil {
			below := c.named(c.source(path))
			imported = types2.NewPackage(path, below.Name())
			imported.SetImports(below.Imports())
			c.names[path] = imported
		}
		imports = append(imports, imported)
	}
	pkg.SetImports(imports)
	return pkg
}

// word returns what the compiler says where the type-checker reports e.
func (c *Checker) word(e types2.Error, files []*syntax.File, versions map[*syntax.PosBase]string) string {
	if strings.Contains(e.Msg, " requires go") && strings.HasSuffix(e.Msg, " or later") {
		base := e.Pos.FileBase()
		for _, file := range files {
			if file.Pos().FileBase() == base && file.GoVersion == versions[base] {
				return fmt.Sprintf("%s (file declares //go:build %s)", e.Msg, file.GoVersion)
			}
		}
		return fmt.Sprintf("%s (-lang was set to go1.%d; check go.mod)", e.Msg, goversion.Version)
	}
	if rest, ok := strings.CutPrefix(e.Msg, "name "); ok && e.Code == errors.UnexportedName {
		// The declarations have unexported names that others need; in the compiler's
		// own import data they can't be found by name.
		if name, pkg, ok := strings.Cut(rest, " not exported by package "); ok {
			return "undefined: " + pkg + "." + name + c.butHave(pkg, name)
		}
	}
	return e.Msg
}

// butHave names the exported object of a package that differs from name by case alone.
func (c *Checker) butHave(pkg, name string) string {
	for _, p := range c.packages {
		if p.Name() != pkg {
			continue
		}
		for _, other := range p.Scope().Names() {
			if strings.EqualFold(other, name) && other != name && p.Scope().Lookup(other).Exported() {
				return " (but have " + other + ")"
			}
		}
	}
	return ""
}

// report collects messages as the compiler does.
type report struct {
	files        []*syntax.PosBase // in the order in which they were first named
	messages     []located
	errors       int
	syntaxErrors int
	lastSyntax   syntax.Pos
	lastOther    syntax.Pos
	lastText     string
	tooMany      *Message
}

type located struct {
	file         int // index into report.files
	line, column uint
	message      Message
}

// limit is the number of errors after which the compiler gives up.
const limit = 10

func (r *report) add(pos syntax.Pos, code errors.Code, text string) {
	if r.tooMany != nil {
		return // the compiler would have given up; the type-checker can't be stopped
	}
	if strings.HasPrefix(text, "syntax error") {
		r.syntaxErrors++
		if sameLine(r.lastSyntax, pos) {
			return
		}
		r.lastSyntax = pos
	} else {
		if sameLine(r.lastOther, pos) && r.lastText == text {
			return
		}
		r.lastOther, r.lastText = pos, text
	}
	message := Message{pos.RelFilename(), int(pos.RelLine()), shownColumn(pos.RelCol()), text, int(code)}
	file := slices.Index(r.files, pos.Base())
	if file < 0 {
		file = len(r.files)
		r.files = append(r.files, pos.Base())
	}
	r.messages = append(r.messages, located{file, pos.Line(), min(pos.Col(), maxColumn), message})
	r.errors++
	if r.errors == limit {
		message.Text, message.Code = "too many errors", 0
		r.tooMany = &message
	}
}

// end returns the messages in order, each once.
func (r *report) end() []Message {
	sort.SliceStable(r.messages, func(i, j int) bool {
		a, b := r.messages[i], r.messages[j]
		return slices.Compare([]uint{uint(a.file), a.line, a.column}, []uint{uint(b.file), b.line, b.column}) < 0
	})
	var list []Message
	for _, m := range r.messages {
		if len(list) == 0 || list[len(list)-1].String() != m.message.String() {
			list = append(list, m.message)
		}
	}
	if r.tooMany != nil {
		list = append(list, *r.tooMany)
	}
	return list
}

// maxColumn is where the compiler stops counting columns.
const maxColumn = 255

func shownColumn(column uint) int {
	if column >= maxColumn {
		return 0
	}
	return int(column)
}

func sameLine(a, b syntax.Pos) bool {
	return a.IsKnown() && a.Base() == b.Base() && a.Line() == b.Line()
}
