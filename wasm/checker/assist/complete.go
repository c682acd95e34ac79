package assist

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"awaitgo/wasm/checker/program"
)

// Kind is what a proposal is.
type Kind string

const (
	Keyword  Kind = "keyword"
	Package  Kind = "package"
	Type     Kind = "type"
	Function Kind = "function"
	Method   Kind = "method"
	Field    Kind = "field"
	Variable Kind = "variable"
	Constant Kind = "constant"
	Label    Kind = "label"
)

// Proposal is a word that may be meant.
type Proposal struct {
	Label string // what replaces the word
	Kind  Kind
	// Detail is a function's parameters and results, or the type of anything else.
	Detail string
	Doc    string // a sentence, or ""
	// Near counts the scopes between the cursor and the declaration: 0 is nearest.
	Near int
	// Import is the path of a package that must be imported first, or "".
	Import string
}

// Completion is what may be meant by the word before the cursor.
type Completion struct {
	From      int // where the word begins
	Proposals []Proposal
}

// placeholder stands for the name that is not there yet.
const placeholder = "awaitgo_"

// Complete proposes words for the one that ends at an offset. Which of them fit what
// has been typed is for the editor to say.
func (a *Assistant) Complete(files map[string]string, file string, offset int) Completion {
	source := files[file]
	offset = min(offset, len(source))
	from := wordStart(source, offset)
	if path, ok := importPathAt(source, offset); ok {
		return Completion{path, a.importPaths()}
	}
	if inText(source, offset) || from < offset && '0' <= source[from] && source[from] <= '9' {
		return Completion{From: from}
	}
	// The word is replaced: without a name after a dot the next line's would be taken.
	changed := maps.Clone(files)
	changed[file] = source[:from] + placeholder + source[offset:]
	p := a.loader.LoadOther(changed)
	c := completer{a: a, p: p, file: file, pos: p.Pos(file, from), found: map[string]bool{}}
	if before := strings.TrimRight(source[:from], " \t\n"); strings.HasSuffix(before, ".") {
		c.selector(strings.TrimSuffix(before, "."))
	} else {
		c.word()
	}
	return Completion{from, c.proposals}
}

type completer struct {
	a         *Assistant
	p         *program.Program
	file      string
	pos       token.Pos
	found     map[string]bool
	proposals []Proposal
}

func (c *completer) add(p Proposal) {
	if p.Label == placeholder || p.Label == "_" || p.Label == "" || c.found[p.Label] {
		return
	}
	c.found[p.Label] = true
	c.proposals = append(c.proposals, p)
}

func (c *completer) object(object types.Object, near int) {
	c.add(c.proposal(object, near))
}

func (c *completer) proposal(object types.Object, near int) Proposal {
	p := Proposal{Label: object.Name(), Near: near, Doc: c.a.doc(c.p, object)}
	q := qualifier(c.p)
	switch object := object.(type) {
	case *types.PkgName:
		p.Kind, p.Detail = Package, object.Imported().Path()
	case *types.TypeName:
		p.Kind, p.Detail = Type, kindOfType(object.Type())
	case *types.Const:
		p.Kind, p.Detail = Constant, types.TypeString(object.Type(), q)
	case *types.Builtin:
		p.Kind, p.Detail = Function, strings.TrimPrefix(builtins[object.Name()].code, "func "+object.Name())
	case *types.Func:
		p.Kind, p.Detail = Function, strings.TrimPrefix(types.TypeString(object.Type(), q), "func")
		if object.Signature().Recv() != nil {
			p.Kind = Method
		}
	case *types.Var:
		p.Kind, p.Detail = Variable, types.TypeString(object.Type(), q)
		if object.IsField() {
			p.Kind = Field
		}
	case *types.Nil:
		p.Kind = Constant
	}
	return p
}

// kindOfType names what a type is made of in a word.
func kindOfType(t types.Type) string {
	switch t := t.Underlying().(type) {
	case *types.Struct:
		return "struct"
	case *types.Interface:
		return "interface"
	case *types.Signature:
		return "func"
	case *types.Map:
		return "map"
	case *types.Slice:
		return "slice"
	case *types.Chan:
		return "chan"
	case *types.Basic:
		return t.Name()
	}
	return "type"
}

// word proposes what can stand alone.
func (c *completer) word() {
	c.labels()
	if c.literalFields() {
		return
	}
	near := 0
	for scope := c.scope(); scope != nil; scope = scope.Parent() {
		local := scope != types.Universe && scope != c.p.Types.Scope()
		for _, name := range scope.Names() {
			object := scope.Lookup(name)
			_, isPackage := object.(*types.PkgName)
			if local && !isPackage && object.Pos() >= c.pos {
				continue // not declared yet
			}
			c.object(object, near)
		}
		near++
	}
	for _, word := range slices.Sorted(maps.Keys(keywords)) {
		c.add(Proposal{Label: word, Kind: Keyword, Doc: keywords[word], Near: near})
	}
	for _, name := range slices.Sorted(maps.Keys(c.a.byName)) {
		path := c.a.byName[name][0]
		c.add(Proposal{Label: name, Kind: Package, Detail: path, Doc: c.a.loader.Importer.PackageDoc(path), Near: near + 1, Import: path})
	}
}

// scope returns the innermost scope around the cursor.
func (c *completer) scope() *types.Scope {
	file := c.p.Info.Scopes[c.p.Files[c.file]]
	if file == nil {
		return c.p.Types.Scope()
	}
	if inner := file.Innermost(c.pos); inner != nil {
		return inner
	}
	return file
}

// path returns the nodes around the cursor, from the file inwards.
func (c *completer) path() []ast.Node {
	var path []ast.Node
	ast.Inspect(c.p.Files[c.file], func(n ast.Node) bool {
		if n == nil || !isFile(n) && (n.Pos() > c.pos || c.pos >= n.End()) {
			return false
		}
		path = append(path, n)
		return true
	})
	return path
}

// labels proposes labels after break, continue and goto.
func (c *completer) labels() {
	path := c.path()
	if len(path) < 2 {
		return
	}
	if _, ok := path[len(path)-2].(*ast.BranchStmt); !ok {
		return
	}
	for _, n := range path {
		if labeled, ok := n.(*ast.LabeledStmt); ok {
			c.add(Proposal{Label: labeled.Label.Name, Kind: Label})
		}
	}
}

// literalFields proposes the fields of a struct literal where only they can stand. It
// reports whether that is so.
func (c *completer) literalFields() bool {
	path := c.path()
	for i := len(path) - 2; i >= 0 && i >= len(path)-3; i-- {
		literal, ok := path[i].(*ast.CompositeLit)
		if !ok {
			if _, ok := path[i].(*ast.KeyValueExpr); ok && i == len(path)-2 {
				if path[i].(*ast.KeyValueExpr).Key == path[len(path)-1] {
					continue
				}
			}
			return false
		}
		t := c.p.Info.TypeOf(literal)
		if t == nil {
			return false
		}
		s, ok := deref(t).Underlying().(*types.Struct)
		if !ok {
			return false
		}
		named := false
		for _, element := range literal.Elts {
			if kv, ok := element.(*ast.KeyValueExpr); ok {
				named = true
				if key, ok := kv.Key.(*ast.Ident); ok {
					c.found[key.Name] = true
				}
			}
		}
		for field := range s.Fields() {
			if field.Exported() || field.Pkg() == c.p.Types {
				c.object(field, 0)
			}
		}
		return named
	}
	return false
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// selector proposes what can follow a dot. Before is the text before the dot.
func (c *completer) selector(before string) {
	path := c.path()
	for i := len(path) - 1; i >= 0; i-- {
		if selector, ok := path[i].(*ast.SelectorExpr); ok && selector.Sel.Pos() == c.pos {
			if c.membersOf(selector.X) {
				return
			}
			break
		}
	}
	// The parser lost its way before it came here: look at the text alone.
	expr, err := parser.ParseExpr(lastExpression(before))
	if err != nil {
		return
	}
	if id, ok := expr.(*ast.Ident); ok {
		if _, object := c.scope().LookupParent(id.Name, c.pos); object != nil {
			if pkg, ok := object.(*types.PkgName); ok {
				c.packageMembers(pkg.Imported())
				return
			}
		} else if paths := c.a.byName[id.Name]; paths != nil {
			c.notImported(paths)
			return
		}
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	types.CheckExpr(token.NewFileSet(), c.p.Types, c.pos, expr, info)
	if tv, ok := info.Types[expr]; ok && tv.Type != nil {
		c.members(tv)
	}
}

// membersOf proposes the members of an expression's value, type or package. It reports
// whether it knows what the expression is.
func (c *completer) membersOf(x ast.Expr) bool {
	if id, ok := x.(*ast.Ident); ok {
		if pkg, ok := c.p.Info.Uses[id].(*types.PkgName); ok {
			c.packageMembers(pkg.Imported())
			return true
		}
		if c.p.Info.Uses[id] == nil {
			paths := c.a.byName[id.Name]
			c.notImported(paths)
			return paths != nil
		}
	}
	tv, ok := c.p.Info.Types[x]
	if !ok || tv.Type == nil || tv.Type == types.Typ[types.Invalid] {
		return false
	}
	c.members(tv)
	return true
}

// notImported proposes the members of packages that the program does not import yet.
func (c *completer) notImported(paths []string) {
	for _, path := range paths {
		pkg, err := c.a.loader.Importer.Import(path)
		if err != nil {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			if object := pkg.Scope().Lookup(name); object.Exported() {
				p := c.proposal(object, 0)
				p.Import = path
				c.add(p)
			}
		}
	}
}

func (c *completer) packageMembers(pkg *types.Package) {
	for _, name := range pkg.Scope().Names() {
		if object := pkg.Scope().Lookup(name); object.Exported() {
			c.object(object, 0)
		}
	}
}

// members proposes the fields and methods of a value, or the methods of a type.
func (c *completer) members(tv types.TypeAndValue) {
	t := tv.Type
	if !tv.IsType() {
		c.fields(t, 0, map[types.Type]bool{})
	}
	// A variable's methods include those of its pointer.
	if _, isPointer := t.Underlying().(*types.Pointer); !isPointer && !types.IsInterface(t) && (tv.Addressable() || tv.IsType()) {
		t = types.NewPointer(t)
	}
	set := types.NewMethodSet(t)
	for selection := range set.Methods() {
		if c.visible(selection.Obj()) {
			c.object(selection.Obj(), len(selection.Index())-1)
		}
	}
}

// fields proposes the fields of a struct and, after them, those that it embeds.
func (c *completer) fields(t types.Type, depth int, seen map[types.Type]bool) {
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok || seen[s] {
		return
	}
	seen[s] = true
	for field := range s.Fields() {
		if c.visible(field) {
			c.object(field, depth)
		}
	}
	for field := range s.Fields() {
		if field.Embedded() {
			c.fields(field.Type(), depth+1, seen)
		}
	}
}

func (c *completer) visible(object types.Object) bool {
	return object.Exported() || object.Pkg() == c.p.Types
}

// lastExpression returns the operand that a text ends in: names, calls and indices.
func lastExpression(text string) string {
	at := len(text)
	for at > 0 {
		switch ch := text[at-1]; {
		case ch == ')' || ch == ']' || ch == '}':
			open := opening(text[:at])
			if open < 0 {
				return text[at:]
			}
			at = open
		case ch == '.' || ch == '_' || ch >= 0x80 || '0' <= ch && ch <= '9' || 'a' <= ch|0x20 && ch|0x20 <= 'z':
			at--
		default:
			return text[at:]
		}
	}
	return text
}

// opening returns where the bracket that ends a text is opened, or -1.
func opening(text string) int {
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case ')', ']', '}':
			depth++
		case '(', '[', '{':
			if depth--; depth == 0 {
				return i
			}
		case '\n':
			if depth == 0 {
				return -1
			}
		}
	}
	return -1
}

// importPathAt returns where the import path around an offset begins, if there is one.
func importPathAt(source string, offset int) (from int, ok bool) {
	tok, from, to := tokenAt(source, offset)
	if tok != token.STRING || offset <= from || offset == to && ended(source[from:to]) {
		return 0, false
	}
	file, _ := parser.ParseFile(token.NewFileSet(), "", source[:from]+`""`, parser.ImportsOnly)
	if file == nil {
		return 0, false
	}
	for _, spec := range file.Imports {
		if int(spec.Path.Pos())-1 == from {
			return from + 1, true
		}
	}
	return 0, false
}

// importPaths proposes all packages that can be imported.
func (a *Assistant) importPaths() []Proposal {
	var list []Proposal
	for p := range a.archive.All() {
		if _, whole := a.archive.Whole(p.Path); whole && p.Source != "" {
			list = append(list, Proposal{Label: p.Path, Kind: Package, Doc: a.loader.Importer.PackageDoc(p.Path)})
		}
	}
	return list
}
