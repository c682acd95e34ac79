package lang

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"sort"
	"strings"
)

// lowerer translates one program. It begins with what main, init and the package's
// variables need, and goes on until nothing that was asked for is missing.
type lowerer struct {
	main  *unit
	opts  Options
	files []string // names; a site is an index into them and a line

	types   typeTable
	opaque  map[*typ]string // what a value of an opaque type holds
	descs   []*typ          // index: number of the description - 1
	imports map[string]string
	names   int

	units     map[string]*unit // generic packages by path
	decls     map[string]*declaration
	functions map[string]string // instance key to name in core Go
	queue     []func()
	vars      map[types.Object]string
	locals    map[*types.Named]*types.Named // see env
	helpers   map[string]string             // generated helpers by what they do

	mistaken *bool // see mistakable; nil: not looked at yet

	typeDecls  []string
	spans      map[string]string // where each function is, for traces; keyed by its name
	out        strings.Builder   // finished top-level functions
	dispatch   map[string]*dispatcher
	unfinished []*dispatcher // in the order in which they were asked for
}

// declaration is a function with the unit that holds its syntax.
type declaration struct {
	unit *unit
	decl *ast.FuncDecl
	obj  *types.Func
}

func newLowerer(main *unit, opts Options) *lowerer {
	l := &lowerer{
		main: main, opts: opts,
		types: typeTable{}, opaque: map[*typ]string{}, imports: map[string]string{},
		units: map[string]*unit{}, decls: map[string]*declaration{},
		functions: map[string]string{}, vars: map[types.Object]string{}, locals: map[*types.Named]*types.Named{},
		helpers: map[string]string{}, spans: map[string]string{}, dispatch: map[string]*dispatcher{},
	}
	for _, file := range main.files {
		l.files = append(l.files, main.fset.Position(file.Package).Filename)
	}
	l.declare(main)
	return l
}

// declare makes the functions of a unit known.
func (l *lowerer) declare(u *unit) {
	for _, file := range u.files {
		for _, decl := range file.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Name.Name == "_" {
				continue
			}
			obj := u.info.Defs[fd.Name].(*types.Func)
			if fd.Recv == nil && fd.Name.Name == "init" {
				continue
			}
			l.decls[declKey(obj)] = &declaration{u, fd, obj}
		}
	}
}

// declKey names a function or method across packages that were checked apart: the
// importer's slices.Sort and the one checked from source have the same key.
func declKey(obj *types.Func) string {
	obj = obj.Origin()
	key := obj.Pkg().Path() + "."
	if recv := obj.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem()
		}
		if named, ok := types.Unalias(t).(*types.Named); ok {
			// Types local to functions may share their names.
			key += fmt.Sprintf("%s.", named.Obj().Name())
		}
	}
	return key + obj.Name()
}

func (l *lowerer) program() *Program {
	init := l.packageInit()
	main := l.instance(l.main.pkg.Scope().Lookup("main").(*types.Func), nil)
	for len(l.queue) > 0 {
		next := l.queue[0]
		l.queue = l.queue[1:]
		next()
		if len(l.queue) == 0 {
			// Only now are all boxed types known, and what dispatch calls may
			// box further ones.
			l.complete()
		}
	}
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\t\"awaitgo/rt\"\n")
	table := l.describe() // may import and declare types, as the variables may
	globals := l.globals()
	for _, path := range slices.Sorted(maps.Keys(l.imports)) {
		fmt.Fprintf(&b, "\t%s %q\n", l.imports[path], path)
	}
	b.WriteString(")\n\n")
	for _, decl := range l.typeDecls {
		b.WriteString(decl)
	}
	b.WriteString(globals)
	b.WriteString(l.out.String())
	b.WriteString(table)
	fmt.Fprintf(&b, "func main() {\n\trt.Files(%s)\n\trt.Functions(%q)\n\tdescribe()\n\trt.Main(func() {\n\t\t%s()\n\t\t%s()\n\t})\n}\n", quoteList(l.files), l.spanTable(), init, main)
	source := b.String()
	if formatted, err := format.Source([]byte(source)); err == nil {
		source = string(formatted)
	}
	paths := append(slices.Collect(maps.Keys(l.imports)), "awaitgo/rt")
	sort.Strings(paths)
	return &Program{Files: map[string]string{"main.go": source}, Imports: paths}
}

// span notes where a function of the program begins and ends.
func (l *lowerer) span(n ast.Node, shown string) {
	first, last := l.site(n), l.siteAt(n.End())
	if first != 0 {
		l.spans[shown] = fmt.Sprintf("%s\t%d\t%d", shown, first, last)
	}
}

func (l *lowerer) spanTable() string {
	return strings.Join(slices.Sorted(maps.Values(l.spans)), "\n")
}

func quoteList(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(quoted, ", ")
}

// globals declares the package's variables; packageInit gives them their values.
func (l *lowerer) globals() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(l.globalVars())) {
		fmt.Fprintf(&b, "var %s %s\n", name, l.globalVars()[name])
	}
	return b.String()
}

func (l *lowerer) globalVars() map[string]string {
	vars := map[string]string{}
	for obj, name := range l.vars {
		if obj.Parent() != nil && obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
			vars[name] = l.raw(obj.Type())
		}
	}
	return vars
}

// packageInit writes the function that does what Go does before main.
func (l *lowerer) packageInit() string {
	name := l.fresh("init")
	f := l.newFunction(l.main, env{}, "main.init")
	f.sig = types.NewSignatureType(nil, nil, nil, nil, nil, false)
	for _, init := range l.main.info.InitOrder {
		f.analyse(init.Rhs)
		f.at(init.Rhs)
		var lhs []target
		for _, v := range init.Lhs {
			lhs = append(lhs, f.variableTarget(v))
		}
		f.assign(init.Rhs, lhs, []ast.Expr{init.Rhs})
	}
	for _, file := range l.main.files {
		for _, decl := range file.Decls {
			if fd, ok := decl.(*ast.FuncDecl); ok && fd.Recv == nil && fd.Name.Name == "init" && fd.Body != nil {
				init := l.fresh("init")
				l.enqueue(func() { l.function(init, l.main, fd, env{}, "main.init.0") })
				f.emit("%s()", init)
			}
		}
	}
	l.write("func %s() {\n%s}\n\n", name, f.out.String())
	return name
}

func (l *lowerer) write(format string, args ...any) { fmt.Fprintf(&l.out, format, args...) }

func (l *lowerer) enqueue(f func()) { l.queue = append(l.queue, f) }

// instance returns the core name of a function, with the given type arguments, and
// sees to it that it gets written. For a method args are its receiver's.
func (l *lowerer) instance(obj *types.Func, args []types.Type) string {
	obj = obj.Origin()
	key := declKey(obj)
	for _, arg := range args {
		key += fmt.Sprintf(" %p", l.types.of(arg))
	}
	if name, ok := l.functions[key]; ok {
		return name
	}
	d := l.declaration(obj)
	if d != nil && d.decl.Body == nil && d.unit != l.main {
		return "rt." + strings.ToUpper(obj.Name()[:1]) + obj.Name()[1:]
	}
	if d == nil || d.decl.Body == nil {
		l.refuse(nil, "the instant engine does not have %s", obj.FullName())
	}
	base := obj.Name()
	shown := d.obj.Pkg().Path() + "." + base
	if recv := d.obj.Signature().Recv(); recv != nil {
		base, shown = methodNames(d.obj, recv.Type())
	}
	if len(args) > 0 {
		shown += "[...]"
	}
	name := l.fresh(base)
	l.functions[key] = name
	e := env{map[*types.TypeParam]types.Type{}, l.locals}
	params := d.obj.Signature().TypeParams()
	if d.obj.Signature().Recv() != nil {
		params = d.obj.Signature().RecvTypeParams()
	}
	for i := range params.Len() {
		if i < len(args) {
			e.params[params.At(i)] = args[i]
		}
	}
	l.enqueue(func() { l.function(name, d.unit, d.decl, e, shown) })
	return name
}

func methodNames(obj *types.Func, recv types.Type) (base, shown string) {
	star := false
	if p, ok := recv.(*types.Pointer); ok {
		recv, star = p.Elem(), true
	}
	name := recv.String()
	if named, ok := types.Unalias(recv).(*types.Named); ok {
		name = named.Obj().Name()
		if named.TypeParams().Len() > 0 {
			name += "[...]"
		}
	}
	base = strings.TrimSuffix(name, "[...]") + "_" + obj.Name()
	if star {
		return base, obj.Pkg().Path() + ".(*" + name + ")." + obj.Name()
	}
	return base, obj.Pkg().Path() + "." + name + "." + obj.Name()
}

// declaration finds the source of a function: in the program, or in the generic
// part of the standard library.
func (l *lowerer) declaration(obj *types.Func) *declaration {
	if d := l.decls[declKey(obj)]; d != nil {
		return d
	}
	if l.load(obj.Pkg().Path()) {
		return l.decls[declKey(obj)]
	}
	return nil
}

// site encodes a position: the file's index and the line, in one number.
func (l *lowerer) site(n ast.Node) int { return l.siteAt(n.Pos()) }

func (l *lowerer) siteAt(pos token.Pos) int {
	p := l.main.fset.Position(pos)
	index := slices.Index(l.files, p.Filename)
	if index < 0 {
		return 0
	}
	return index*1_000_000 + p.Line
}
