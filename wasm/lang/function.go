package lang

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"strings"
)

// function is a function of core Go while it is written: one of the program's, a
// literal, a body that runs under rt.Defer or a loop's body that is passed to an
// iterator.
type function struct {
	*lowerer
	unit   *unit
	env    env
	parent *function // of a literal or body; nil for declared functions
	node   ast.Node  // the owner of its variables, as variables has them
	vars   *variables
	sig    *types.Signature
	shown  string // its name in Go's traces
	lits   *int   // literals in the declared function so far

	out      *strings.Builder
	depth    int
	captures []capture

	results   []*types.Var    // named, or cells when the body is deferred
	cells     []string        // of the unnamed results of a function that defers
	deferred  bool            // results are cells; return is done by the function around
	loop      *rangeFunc      // the loop whose body this is
	around    []*label        // the statements that break can mean, from the outside in
	pending   *label          // names the next statement
	gotos     map[string]bool // labels that goto names
	own       map[string]bool // values that are no variables of the program's, made here
	proven    []bound
	inFront   bool            // calls are done in front of the statement
	telling   bool            // a call of the statement has told its place
	current   ast.Node        // the statement that is written; nil in wrappers
	nonNil    map[string]bool // pointers that have been found not to be nil
	steadyVar map[string]bool // variables that never change
}

// capture is a value of the enclosing function that a literal takes as a parameter.
type capture struct {
	name string // the same in both functions
	raw  string
}

func (l *lowerer) newFunction(u *unit, e env, shown string) *function {
	return &function{
		lowerer: l, unit: u, env: e, shown: shown,
		vars: &variables{}, out: &strings.Builder{}, lits: new(int), own: map[string]bool{}, nonNil: map[string]bool{}, steadyVar: map[string]bool{},
	}
}

// nested returns a function to be written for a part of f.
func (f *function) nested(node ast.Node) *function {
	return &function{
		lowerer: f.lowerer, unit: f.unit, env: f.env, shown: f.shown, lits: f.lits,
		parent: f, node: node, vars: f.vars, out: &strings.Builder{}, own: map[string]bool{}, nonNil: map[string]bool{}, steadyVar: map[string]bool{},
	}
}

// emit writes a line of core Go.
func (f *function) emit(format string, args ...any) {
	fmt.Fprintf(f.out, format, args...)
	f.out.WriteByte('\n')
}

// at begins the node's line. Core Go has no line directives: the interpreter looks
// up imports by the file's name that they give. What must know a line is told its site.
func (f *function) at(n ast.Node) { f.current = n }

// separately returns what do writes instead of writing it.
func (f *function) separately(do func()) string {
	saved, known := f.out, maps.Clone(f.nonNil)
	f.out = &strings.Builder{}
	do()
	s := f.out.String()
	f.out, f.nonNil = saved, known
	return s
}

// temp returns a new variable's name.
func (f *function) temp() string { return f.fresh("t") }

// hold evaluates an expression now and returns a variable that holds it.
func (f *function) hold(s string) string {
	t := f.temp()
	f.emit("%s := %s", t, s)
	return t
}

// store writes an assignment. The interpreter loses a struct literal that is assigned
// through a pointer, so that one is held first.
func (f *function) store(place, value string) {
	if strings.HasPrefix(strings.TrimLeft(place, "("), "*") && strings.HasSuffix(value, "}") {
		value = f.hold(value)
	}
	f.emit("%s = %s", place, value)
}

// name returns a variable's name in core Go.
func (l *lowerer) name(obj types.Object) string {
	if name, ok := l.vars[obj]; ok {
		return name
	}
	name := l.fresh("v_" + obj.Name())
	l.vars[obj] = name
	return name
}

func isGlobal(obj types.Object) bool {
	return obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope()
}

// variable returns a variable as an expression that can be read and assigned.
func (f *function) variable(obj types.Object) string {
	name := f.name(obj)
	if isGlobal(obj) {
		return name
	}
	f.capture(obj)
	if f.vars.cell(obj) {
		return "(*" + name + ")"
	}
	return name
}

// pointer returns a pointer to a variable that is a cell or global.
func (f *function) pointer(obj types.Object) string {
	if isGlobal(obj) {
		return "&" + f.name(obj)
	}
	f.capture(obj)
	return f.name(obj)
}

// capture makes f, and the functions around it, take the variable if it is another's.
func (f *function) capture(obj types.Object) {
	if f.parent == nil || f.declares(obj) {
		return
	}
	raw := f.raw(f.env.subst(obj.Type()))
	if f.vars.cell(obj) {
		raw = "*" + raw
	}
	f.take(f.name(obj), raw)
	f.parent.capture(obj)
}

func (f *function) declares(obj types.Object) bool {
	return f.vars.owner[obj] == f.node
}

// takeInternal makes f take a value that is no variable of the program's, unless f
// itself makes it.
func (f *function) takeInternal(name, raw string) {
	if f.parent == nil || f.own[name] {
		return
	}
	f.take(name, raw)
	f.parent.takeInternal(name, raw)
}

// take makes f a function of one more captured value.
func (f *function) take(name, raw string) {
	for _, c := range f.captures {
		if c.name == name {
			return
		}
	}
	f.captures = append(f.captures, capture{name, raw})
}

// function writes a declared function.
func (l *lowerer) function(name string, u *unit, decl *ast.FuncDecl, e env, shown string) {
	f := l.newFunction(u, e, shown)
	l.span(decl, shown)
	f.analyse(decl)
	sig := u.info.Defs[decl.Name].Type().(*types.Signature)
	var params []*types.Var
	if recv := sig.Recv(); recv != nil {
		params = append(params, recv)
	}
	for v := range sig.Params().Variables() {
		params = append(params, v)
	}
	f.sig = sig
	header := f.header(params, sig)
	f.body(decl.Body, sig)
	l.write("func %s%s {\n%s}\n\n", name, header, f.out.String())
}

// header writes the parameters and results, and at the top of the body moves the
// parameters that need cells into them.
func (f *function) header(params []*types.Var, sig *types.Signature) string {
	var list []string
	for i, v := range params {
		raw := f.raw(f.env.subst(v.Type()))
		if sig.Variadic() && i == len(params)-1 {
			raw = "..." + strings.TrimPrefix(raw, "[]")
		}
		name := f.name(v)
		if v.Name() == "_" || v.Name() == "" {
			name = f.temp()
		}
		if f.vars.cell(v) {
			cell := name
			name = f.temp()
			f.emit("%s := new(%s)", cell, f.raw(f.env.subst(v.Type())))
			f.store("*"+cell, name)
		}
		if !f.vars.cell(v) && !f.vars.assigned[v] {
			f.steadyVar[name] = true
		}
		list = append(list, name+" "+raw)
	}
	return "(" + strings.Join(list, ", ") + ")" + f.resultTypes(f.env.subst(sig).(*types.Signature))
}

// body writes a function's body, with the parameters already declared.
func (f *function) body(body *ast.BlockStmt, sig *types.Signature) {
	for v := range sig.Results().Variables() {
		f.results = append(f.results, v)
	}
	if f.recovers(body) {
		f.own["recovery"] = true
		f.emit("recovery := rt.Recovery()")
	} else if f.mistakable() {
		f.emit("rt.Recovery()")
	}
	f.gotos = gotoLabels(body)
	if f.defers(body) {
		f.deferredBody(body)
		return
	}
	for _, v := range f.results {
		if v.Name() != "" {
			f.declareZero(v)
		}
	}
	f.block(body.List)
}

// named reports whether the results have names, so that a bare return gives them.
func (f *function) named() bool {
	return len(f.results) > 0 && f.results[0].Name() != ""
}

// declareZero declares a variable with its zero value.
func (f *function) declareZero(v *types.Var) {
	raw := f.raw(f.env.subst(v.Type()))
	name := f.name(v)
	if v.Name() == "_" || v.Name() == "" {
		f.vars.owner[v] = f.node
	}
	if f.vars.cell(v) {
		f.emit("%s := new(%s)", name, raw)
		return
	}
	f.emit("var %s %s", name, raw)
}

// define declares a variable with a value.
func (f *function) define(obj types.Object, value string) {
	name := f.name(obj)
	if f.vars.cell(obj) {
		f.emit("%s := new(%s)", name, f.raw(f.env.subst(obj.Type())))
		f.store("*"+name, value)
		return
	}
	f.emit("%s := %s", name, value)
}

// gotoLabels returns the labels that the body's own goto statements name.
func gotoLabels(body ast.Node) map[string]bool {
	labels := map[string]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BranchStmt:
			if n.Tok == token.GOTO {
				labels[n.Label.Name] = true
			}
		}
		return true
	})
	return labels
}
