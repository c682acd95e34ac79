package lang

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// target is what can be assigned to.
type target struct {
	s      string // empty for the blank identifier
	t      types.Type
	def    types.Object // the variable that the assignment declares
	opaque bool         // a field that is cut
}

func (g target) set(f *function, value string, from types.Type) {
	switch {
	case g.s == "" && g.def == nil:
		if !plain(value) {
			f.hold(value)
		}
	case g.def != nil:
		f.define(g.def, f.convert(value, from, g.t))
	case g.opaque && value != "nil":
		f.emit("%s = rt.Opaque(%s)", g.s, f.convert(value, from, g.t))
	default:
		f.store(g.s, f.convert(value, from, g.t))
	}
}

// plain reports whether a value can be dropped without being evaluated.
func plain(value string) bool {
	return !calls.MatchString(value) && !strings.ContainsAny(value, "[/%*.")
}

// target writes the left side of an assignment.
func (f *function) target(x ast.Expr) target {
	x = ast.Unparen(x)
	if id, ok := x.(*ast.Ident); ok {
		if id.Name == "_" {
			return target{}
		}
		if obj := f.unit.info.Defs[id]; obj != nil {
			return target{t: f.env.subst(obj.Type()), def: obj}
		}
		return f.variableTarget(f.object(id))
	}
	if s, cut := f.opaqueField(x); cut {
		return target{s: s, t: f.typeOf(x), opaque: true}
	}
	if ix, ok := x.(*ast.IndexExpr); ok {
		if _, isArray := f.typeOf(ix.X).Underlying().(*types.Array); isArray {
			if _, cut := f.opaqueField(ix.X); cut {
				f.refuse(x, "the instant engine can't assign to a part of a field that leads back to its own struct")
			}
		}
		if m, ok := f.typeOf(ix.X).Underlying().(*types.Map); ok {
			return target{s: f.mapIndex(ix, m, true), t: m.Elem()}
		}
	}
	return target{s: f.expr(x), t: f.typeOf(x)}
}

func (f *function) variableTarget(obj types.Object) target {
	if obj.Name() == "_" {
		return target{}
	}
	return target{s: f.variable(obj), t: f.env.subst(obj.Type())}
}

func (f *function) assignStmt(s *ast.AssignStmt) {
	switch s.Tok {
	case token.ASSIGN, token.DEFINE:
	default:
		f.assignOp(s)
		return
	}
	if len(s.Lhs) == 1 {
		f.assignOne(s.Lhs[0], s.Rhs[0])
		return
	}
	var lhs []target
	if s.Tok == token.ASSIGN {
		lhs = f.fixedTargets(s.Lhs)
	} else {
		for _, x := range s.Lhs {
			lhs = append(lhs, f.target(x))
		}
	}
	f.assign(s, lhs, s.Rhs)
}

// assignOne assigns one value.
func (f *function) assignOne(lhs, rhs ast.Expr) {
	var g target
	parts := f.sequence(2, func(i int) part {
		if i == 0 {
			before := f.separately(func() { g = f.target(lhs) })
			if !g.opaque && g.def == nil && calls.MatchString(g.s) && f.acts(rhs) {
				// What the target is reached by is evaluated before the value.
				g = f.onceTarget(lhs)
			} else {
				f.out.WriteString(before)
			}
			return part{s: ""}
		}
		t := g.t
		if t == nil {
			t = types.Default(f.typeOf(rhs))
			if f.unit.info.Types[rhs].IsNil() {
				return part{}
			}
		}
		return part{s: f.value(rhs, t)}
	})
	parts[0].s = g.s
	if g.s == "" && g.def == nil && parts[1].s == "" {
		return
	}
	t := g.t
	if t == nil {
		t = types.Default(f.typeOf(rhs))
	}
	if parts[1].s == "nil" && g.def == nil && g.s != "" {
		f.emit("%s = nil", g.s)
		return
	}
	g.set(f, parts[1].s, t)
}

// acts reports whether evaluating the expression calls or receives.
func (f *function) acts(x ast.Expr) bool {
	found := false
	ast.Inspect(x, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		}
		return !found
	})
	return found
}

// fixedTargets evaluates what the targets of a parallel assignment depend on, as
// the assignments themselves may change it.
func (f *function) fixedTargets(list []ast.Expr) []target {
	assigned := map[types.Object]bool{}
	for _, x := range list {
		if id, ok := ast.Unparen(x).(*ast.Ident); ok {
			assigned[f.object(id)] = true
		}
	}
	var targets []target
	for _, x := range list {
		x = ast.Unparen(x)
		depends := false
		if _, cut := f.opaqueField(x); cut {
			sel := x.(*ast.SelectorExpr)
			if f.reads(sel.X, assigned) {
				f.refuse(x, "the instant engine can't assign this field in parallel with what it is reached by")
			}
		} else if _, isIdent := x.(*ast.Ident); !isIdent {
			depends = f.reads(x, assigned) || calls.MatchString(f.separately(func() { f.emit("%s", f.target(x).s) }))
		}
		if depends {
			t := f.typeOf(x)
			switch x := x.(type) {
			case *ast.IndexExpr:
				if m, ok := f.typeOf(x.X).Underlying().(*types.Map); ok {
					c := f.hold(f.expr(x.X))
					k := f.holdAs(f.key(x.Index, m, ""), m.Key())
					targets = append(targets, target{s: c + "[" + k + "]", t: t})
					continue
				}
				p := f.hold(f.address(x))
				targets = append(targets, target{s: "(*" + p + ")", t: t})
				continue
			default:
				p := f.hold(f.address(x))
				targets = append(targets, target{s: "(*" + p + ")", t: t})
				continue
			}
		}
		targets = append(targets, f.target(x))
	}
	return targets
}

// reads reports whether evaluating x reads one of the variables, or may, by a pointer.
func (f *function) reads(x ast.Expr, vars map[types.Object]bool) bool {
	found := false
	ast.Inspect(x, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && vars[f.object(id)] {
			found = true
		}
		return true
	})
	return found
}

// assign assigns several values, or the several results of one expression.
func (f *function) assign(at ast.Node, lhs []target, rhs []ast.Expr) {
	if len(rhs) == 1 && len(lhs) > 1 {
		values, ts := f.several(rhs[0], len(lhs))
		for i, g := range lhs {
			g.set(f, values[i], ts[i])
		}
		return
	}
	if len(lhs) == 1 {
		t := lhs[0].t
		if t == nil {
			t = types.Default(f.typeOf(rhs[0]))
		}
		lhs[0].set(f, f.value(rhs[0], t), t)
		return
	}
	values := make([]string, len(lhs))
	for _, i := range f.actingFirst(rhs) {
		g := lhs[i]
		t := g.t
		if t == nil {
			t = types.Default(f.typeOf(rhs[i]))
		}
		value := f.value(rhs[i], t)
		if f.unit.info.Types[rhs[i]].Value == nil && value != "nil" {
			held := f.temp()
			f.emit("var %s %s = %s", held, f.raw(t), value)
			value = held
		}
		values[i] = value
	}
	for i, g := range lhs {
		if g.s != "" || g.def != nil {
			g.set(f, values[i], g.t)
		}
	}
}

// several evaluates an expression of n values: a call, or a map index, assertion or
// receive with its second value.
func (f *function) several(x ast.Expr, n int) (values []string, ts []types.Type) {
	x = ast.Unparen(x)
	boolean := types.Typ[types.Bool]
	switch x := x.(type) {
	case *ast.CallExpr:
		tuple := f.typeOf(x).(*types.Tuple)
		call := f.callExpr(x)
		for i := range n {
			values = append(values, f.temp())
			ts = append(ts, tuple.At(i).Type())
		}
		f.emit("%s := %s", strings.Join(values, ", "), call)
		return values, ts
	case *ast.IndexExpr:
		m := f.typeOf(x.X).Underlying().(*types.Map)
		v, ok := f.temp(), f.temp()
		f.emit("%s, %s := %s", v, ok, f.index(x))
		return []string{v, ok}, []types.Type{m.Elem(), boolean}
	case *ast.TypeAssertExpr:
		v, ok := f.commaOK(x)
		return []string{v, ok}, []types.Type{f.typeOf(x.Type), boolean}
	case *ast.UnaryExpr:
		v, ok := f.receive(x)
		return []string{v, ok}, []types.Type{f.typeOf(x.X).Underlying().(*types.Chan).Elem(), boolean}
	}
	f.refuse(x, "the instant engine can't assign this expression")
	return nil, nil
}

// assignOp writes x op= y.
func (f *function) assignOp(s *ast.AssignStmt) {
	op := s.Tok + (token.ADD - token.ADD_ASSIGN)
	lhs := s.Lhs[0]
	t := f.typeOf(lhs)
	var value string
	g := f.onceTarget(lhs)
	if _, isIdent := ast.Unparen(lhs).(*ast.Ident); !isIdent && f.acts(s.Rhs[0]) && !g.opaque {
		if ix, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
			if m, ok := f.typeOf(ix.X).Underlying().(*types.Map); ok {
				c := f.hold(f.operand(ix.X))
				g.s = c + "[" + f.holdAs(f.key(ix.Index, m, ""), m.Key()) + "]"
			} else {
				g.s = "(*" + f.hold(f.address(lhs)) + ")"
			}
		} else {
			g.s = "(*" + f.hold(f.address(lhs)) + ")"
		}
	}
	if op == token.SHL || op == token.SHR {
		value = f.shiftBy(s, g.s, s.Rhs[0], op)
	} else {
		y := f.value(s.Rhs[0], t)
		if !f.isMapIndex(lhs) {
			f.emit("%s %s %s", g.s, s.Tok, y) // which the interpreter does faster
			return
		}
		value = fmt.Sprintf("%s %s %s", g.s, op, y)
	}
	f.store(g.s, value)
}

func (f *function) isMapIndex(x ast.Expr) bool {
	ix, ok := ast.Unparen(x).(*ast.IndexExpr)
	if !ok {
		return false
	}
	_, isMap := f.typeOf(ix.X).Underlying().(*types.Map)
	return isMap
}

// onceTarget writes a target that can be read and then assigned without its
// operands being evaluated twice.
func (f *function) onceTarget(x ast.Expr) target {
	var g target
	before := f.separately(func() { g = f.target(x) })
	if !calls.MatchString(g.s) {
		f.out.WriteString(before)
		return g
	}
	if ix, ok := ast.Unparen(x).(*ast.IndexExpr); ok {
		if m, ok := f.typeOf(ix.X).Underlying().(*types.Map); ok {
			c := f.hold(f.expr(ix.X))
			k := f.holdAs(f.key(ix.Index, m, ""), m.Key())
			return target{s: c + "[" + k + "]", t: g.t}
		}
	}
	p := f.hold(f.address(x))
	return target{s: "(*" + p + ")", t: g.t}
}

func (f *function) shiftBy(at ast.Node, x string, y ast.Expr, op token.Token) string {
	if tv := f.unit.info.Types[y]; tv.Value != nil {
		return fmt.Sprintf("%s %s uint(%s)", x, op, tv.Value.ExactString())
	}
	count := f.expr(y)
	if b, ok := f.typeOf(y).Underlying().(*types.Basic); ok && b.Info()&types.IsUnsigned == 0 {
		count = f.held(count)
		f.emit("if %s < %s(0) { rt.Shift(%d) }", count, f.raw(f.typeOf(y)), f.site(at))
		count = "uint(" + count + ")"
	}
	return fmt.Sprintf("%s %s %s", x, op, count)
}

// incDec writes x++ and x--.
func (f *function) incDec(s *ast.IncDecStmt) {
	g := f.onceTarget(s.X)
	op := "+"
	if s.Tok == token.DEC {
		op = "-"
	}
	raw := f.raw(g.t)
	if !f.isMapIndex(s.X) {
		f.emit("%s%s", g.s, s.Tok)
		return
	}
	one := raw + "(1)"
	if raw == "int" {
		one = "1"
	}
	f.emit("%s = %s %s %s", g.s, g.s, op, one)
}
