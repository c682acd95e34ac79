package lang

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// label is a statement that break, continue or goto can name, or that they mean
// when they name none.
type label struct {
	name     string // in Go; empty if it has none
	core     string // in core Go
	used     bool
	loop     bool // continue can mean it
	iterates *rangeFunc
}

func (f *function) block(list []ast.Stmt) {
	known := maps.Clone(f.nonNil)
	defer func() { f.nonNil = known }()
	for _, s := range list {
		f.stmt(s)
	}
}

func (f *function) stmt(s ast.Stmt) {
	l := f.pending
	f.pending = nil
	outer := f.inFront
	f.inFront = f.callsFirst(s)
	defer func() {
		f.inFront = outer
		f.toldNothing(s)
	}()
	switch s.(type) {
	case *ast.EmptyStmt, *ast.BlockStmt, *ast.LabeledStmt:
	default:
		f.at(s)
	}
	switch s := s.(type) {
	case *ast.EmptyStmt:
	case *ast.BlockStmt:
		if l == nil {
			f.emit("{")
			f.block(s.List)
			f.emit("}")
			return
		}
		f.refuse(s, "the instant engine can't do a labelled block")
	case *ast.LabeledStmt:
		f.labelled(s)
	case *ast.ExprStmt:
		f.exprStmt(s.X)
	case *ast.SendStmt:
		f.send(s)
	case *ast.IncDecStmt:
		f.incDec(s)
	case *ast.AssignStmt:
		f.assignStmt(s)
	case *ast.DeclStmt:
		f.declStmt(s.Decl.(*ast.GenDecl))
	case *ast.GoStmt:
		f.goStmt(s)
	case *ast.DeferStmt:
		f.deferStmt(s)
	case *ast.ReturnStmt:
		f.returnStmt(s)
	case *ast.BranchStmt:
		f.branchStmt(s)
	case *ast.IfStmt:
		f.ifStmt(s)
	case *ast.SwitchStmt:
		f.inLabel(l, func(l *label) { f.switchStmt(s, l) })
	case *ast.TypeSwitchStmt:
		f.inLabel(l, func(l *label) { f.typeSwitch(s, l) })
	case *ast.SelectStmt:
		f.inLabel(l, func(l *label) { f.selectStmt(s, l) })
	case *ast.ForStmt:
		f.inLabel(l, func(l *label) {
			l.loop = true
			f.forStmt(s, l)
		})
	case *ast.RangeStmt:
		f.inLabel(l, func(l *label) {
			l.loop = true
			f.rangeStmt(s, l)
		})
	default:
		f.refuse(s, "the instant engine can't do this statement")
	}
}

// inLabel writes a statement that break can mean. If that takes a label it gets a
// block for itself: the interpreter finds no label in a case clause.
func (f *function) inLabel(l *label, write func(*label)) {
	l = f.breakable(l)
	text := f.separately(func() { write(l) })
	f.leave()
	if l.used {
		text = "{\n" + text + "}\n"
	}
	f.out.WriteString(text)
}

// breakable enters a statement that break can mean.
func (f *function) breakable(l *label) *label {
	if l == nil {
		l = &label{}
	}
	if l.core == "" {
		l.core = f.fresh("L")
	}
	f.around = append(f.around, l)
	return l
}

func (f *function) leave() { f.around = f.around[:len(f.around)-1] }

// openLabel writes the label in front of the statement that it names.
func (f *function) openLabel(l *label) {
	if l.used {
		f.emit("%s:", l.core)
	}
}

func (f *function) labelled(s *ast.LabeledStmt) {
	l := &label{name: s.Label.Name, core: f.fresh("L_" + s.Label.Name)}
	if f.targetOfGoto(s.Label.Name) {
		f.emit("goto_%s:", s.Label.Name)
	}
	switch inner := s.Stmt.(type) {
	case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.SelectStmt, *ast.TypeSwitchStmt:
		f.pending = l
	case *ast.BlockStmt:
		// Only break and goto can name it. A switch with one clause can be broken out of.
		f.breakable(l)
		body := f.separately(func() { f.block(inner.List) })
		f.openLabel(l)
		f.emit("switch {\ndefault:\n%s}", body)
		f.leave()
		return
	}
	f.stmt(s.Stmt)
}

// targetOfGoto reports whether the function's goto statements name the label.
func (f *function) targetOfGoto(name string) bool {
	for g := f; g != nil; g = g.parent {
		if g.gotos[name] {
			return true
		}
	}
	return false
}

// clause writes the body of a case. The interpreter finds no label that stands right in
// one, but in a block of its own it does.
func (f *function) clause(body []ast.Stmt) {
	labels := slices.ContainsFunc(body, func(s ast.Stmt) bool {
		l, ok := s.(*ast.LabeledStmt)
		return ok && f.targetOfGoto(l.Label.Name)
	})
	if !labels {
		f.block(body)
		return
	}
	last := len(body)
	if b, ok := body[last-1].(*ast.BranchStmt); ok && b.Tok == token.FALLTHROUGH {
		last--
	}
	f.emit("{")
	f.block(body[:last])
	f.emit("}")
	f.block(body[last:])
}

func (f *function) exprStmt(x ast.Expr) {
	x = ast.Unparen(x)
	switch x := x.(type) {
	case *ast.UnaryExpr:
		if x.Op == token.ARROW {
			f.receive(x)
			return
		}
	case *ast.CallExpr:
		if name := f.builtin(x); name != "" {
			f.builtinStatement(name, x)
			return
		}
		if s := f.callExpr(x); calls.MatchString(s) {
			f.emit("%s", s)
		}
		return
	}
	f.hold(f.expr(x))
}

func (f *function) declStmt(d *ast.GenDecl) {
	if d.Tok != token.VAR {
		return // constants are written as values, types where they are used
	}
	for _, spec := range d.Specs {
		spec := spec.(*ast.ValueSpec)
		if len(spec.Values) == 0 {
			for _, name := range spec.Names {
				if obj, ok := f.unit.info.Defs[name].(*types.Var); ok && name.Name != "_" {
					f.declareZero(obj)
				}
			}
			continue
		}
		var lhs []target
		for _, name := range spec.Names {
			obj := f.unit.info.Defs[name]
			g := target{t: f.env.subst(obj.Type()), def: obj}
			if name.Name == "_" {
				g.def = nil
			}
			lhs = append(lhs, g)
		}
		f.assignDecl(spec, lhs)
	}
}

func (f *function) assignDecl(spec *ast.ValueSpec, lhs []target) {
	if len(lhs) == 1 && lhs[0].def != nil {
		g := lhs[0]
		value := f.value(spec.Values[0], g.t)
		if f.vars.cell(g.def) {
			f.define(g.def, value)
			return
		}
		// With its type, as the value may be nil.
		f.emit("var %s %s = %s", f.name(g.def), f.raw(g.t), value)
		return
	}
	f.assign(spec, lhs, spec.Values)
}

func (f *function) ifStmt(s *ast.IfStmt) {
	if s.Init != nil {
		f.stmt(s.Init)
	}
	f.inFront = f.callsFirst(s)
	cond := f.expr(s.Cond)
	f.emit("if %s {", cond)
	f.block(s.Body.List)
	switch e := s.Else.(type) {
	case nil:
	case *ast.BlockStmt:
		f.emit("} else {")
		f.block(e.List)
	case *ast.IfStmt:
		f.emit("} else {")
		f.stmt(e)
	}
	f.emit("}")
}

func (f *function) returnStmt(s *ast.ReturnStmt) {
	outer := f.resultsOf()
	if len(s.Results) == 0 {
		f.bareReturn()
		return
	}
	var values []string
	if len(s.Results) == 1 && len(outer) > 1 {
		vs, ts := f.several(s.Results[0], len(outer))
		for i, v := range vs {
			values = append(values, f.convert(v, ts[i], f.env.subst(outer[i].Type())))
		}
	} else {
		parts := f.sequence(len(s.Results), func(i int) part {
			return part{s: f.value(s.Results[i], f.env.subst(outer[i].Type()))}
		})
		for _, p := range parts {
			values = append(values, p.s)
		}
	}
	f.returnValues(values)
}

// resultsOf returns the results of the Go function that f is a part of.
func (f *function) resultsOf() []*types.Var {
	g := f
	for g.loop != nil || g.deferred {
		g = g.parent
	}
	return g.results
}

// returnValues writes a return of the Go function that f is a part of.
func (f *function) returnValues(values []string) {
	switch {
	case f.loop != nil:
		f.loop.returnValues(f, values)
	case f.deferred:
		var held []string
		for _, v := range values {
			if len(values) > 1 {
				v = f.holdAs(v, f.env.subst(f.resultsOf()[len(held)].Type()))
			}
			held = append(held, v)
		}
		for i, v := range held {
			f.store(f.resultCell(i), v)
		}
		f.emit("return")
	default:
		f.emit("return %s", strings.Join(values, ", "))
	}
}

func (f *function) holdAs(value string, t types.Type) string {
	name := f.temp()
	f.emit("var %s %s = %s", name, f.raw(t), value)
	return name
}

// bareReturn writes a return without values; named results have theirs.
func (f *function) bareReturn() {
	switch {
	case f.loop != nil:
		f.loop.bareReturn(f)
	case f.deferred:
		f.emit("return")
	default:
		var values []string
		if f.named() {
			for _, v := range f.results {
				values = append(values, f.variable(v))
			}
		}
		f.emit("return %s", strings.Join(values, ", "))
	}
}

func (f *function) branchStmt(s *ast.BranchStmt) {
	switch s.Tok {
	case token.FALLTHROUGH:
		f.emit("fallthrough")
	case token.GOTO:
		if !f.gotos[s.Label.Name] {
			f.refuse(s, "the instant engine can't do goto out of the body of a loop over a function")
		}
		f.emit("goto goto_%s", s.Label.Name)
	default:
		name := ""
		if s.Label != nil {
			name = s.Label.Name
		}
		f.branch(s, s.Tok, name)
	}
}

// branch writes break or continue.
func (f *function) branch(at ast.Node, tok token.Token, name string) {
	for i := len(f.around) - 1; i >= 0; i-- {
		l := f.around[i]
		if name != "" && l.name != name || tok == token.CONTINUE && !l.loop {
			continue
		}
		switch {
		case l.iterates != nil:
			l.iterates.branch(f, tok)
		case name == "" && i == len(f.around)-1:
			f.emit("%s", tok)
		default:
			l.used = true
			if name == "" {
				// continue in a switch, which the interpreter is right about.
				f.emit("%s", tok)
				return
			}
			f.emit("%s %s", tok, l.core)
		}
		return
	}
	if f.loop != nil {
		f.loop.branchOut(f, tok, name)
		return
	}
	f.refuse(at, "the instant engine does not find what %s means", tok)
}

// switchStmt keeps a switch over plain values. One whose cases need statements of
// their own, or compare interfaces, first finds out which clause is chosen.
func (f *function) switchStmt(s *ast.SwitchStmt, l *label) {
	if s.Init != nil {
		f.stmt(s.Init)
	}
	tag := ""
	var t types.Type = types.Typ[types.Bool]
	if s.Tag != nil {
		t = types.Default(f.typeOf(s.Tag))
		tag = f.holdAs(f.value(s.Tag, t), t)
	}
	// The default clause gets a number like any other, wherever it stands: the
	// interpreter does not fall through into one.
	chosen := f.temp()
	none := -1
	for i, c := range s.Body.List {
		if c.(*ast.CaseClause).List == nil {
			none = i
		}
	}
	f.emit("%s := %d", chosen, none)
	closing := 0
	for i, c := range s.Body.List {
		for _, x := range c.(*ast.CaseClause).List {
			f.at(x)
			cond := f.caseCondition(tag, t, x)
			f.emit("if %s { %s = %d } else {", cond, chosen, i)
			closing++
		}
	}
	f.emit("%s", strings.Repeat("}\n", closing))
	body := f.separately(func() {
		for i, c := range s.Body.List {
			c := c.(*ast.CaseClause)
			f.emit("case %d:", i)
			f.clause(c.Body)
		}
	})
	f.openLabel(l)
	f.emit("switch %s {", chosen)
	f.out.WriteString(body)
	f.emit("}")
}

// caseCondition writes whether a case is the one.
func (f *function) caseCondition(tag string, t types.Type, x ast.Expr) string {
	if tag == "" {
		if isInterface(f.typeOf(x)) {
			return fmt.Sprintf("rt.Equal(%s, rt.Value(true))", f.value(x, anyType))
		}
		return f.value(x, types.Typ[types.Bool])
	}
	if f.unit.info.Types[x].IsNil() {
		return tag + " == nil"
	}
	xt := f.typeOf(x)
	_, isStruct := t.Underlying().(*types.Struct)
	_, isArray := t.Underlying().(*types.Array)
	if isInterface(t) || isInterface(xt) || isStruct || isArray {
		if isInterface(xt) || isInterface(t) {
			return fmt.Sprintf("rt.Equal(%s, %s)", f.convert(tag, t, anyType), f.value(x, anyType))
		}
		return fmt.Sprintf("rt.Equal(%s, %s)", tag, f.value(x, t))
	}
	return fmt.Sprintf("%s == %s", tag, f.value(x, t))
}
