package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// literal turns a function literal into a top-level function that takes what the
// literal captures and returns it, and calls that.
func (f *function) literal(lit *ast.FuncLit) string {
	*f.lits++
	g := f.nested(lit)
	g.shown = fmt.Sprintf("%s.func%d", f.shown, *f.lits)
	g.lits = new(int)
	f.span(lit, g.shown)
	sig := f.unit.info.Types[lit].Type.(*types.Signature)
	g.sig = sig
	var params []*types.Var
	for v := range sig.Params().Variables() {
		params = append(params, v)
	}
	header := g.header(params, sig)
	g.body(lit.Body, sig)
	return f.lift(g, header)
}

// lift writes g at the top level and returns the expression that makes it.
func (f *function) lift(g *function, header string) string {
	// Even one that captures nothing is made by a call: the interpreter takes the bare
	// name of a function for its syntax tree in too many places.
	name := f.fresh("make")
	var params, args []string
	for _, c := range g.captures {
		params = append(params, c.name+" "+c.raw)
		args = append(args, c.name)
	}
	f.write("func %s(%s) func%s {\nreturn func%s {\n%s}\n}\n\n", name, strings.Join(params, ", "),
		header, header, g.out.String())
	return fmt.Sprintf("%s(%s)", name, strings.Join(args, ", "))
}

// thunk returns a function without parameters that makes the call later; what the
// call needs is evaluated now. Both go and defer work so.
func (f *function) thunk(call *ast.CallExpr) (thunk string, recovers bool) {
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok && len(call.Args) == 0 && f.typeOf(lit).(*types.Signature).Results().Len() == 0 {
		return f.literal(lit), f.recovers(lit.Body)
	}
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		recovers = f.recovers(lit.Body)
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := f.unit.info.Uses[id].(*types.Builtin); ok {
			if b.Name() == "recover" {
				// defer recover() does not recover: it is not called by a deferred function.
				return f.lifted(nil, "rt.Nop()"), false
			}
			return f.builtinThunk(b.Name(), call), false
		}
	}
	plan := f.prepare(call)
	var taken []capture
	var names, values []string
	if plan.onInterface {
		r := f.holdAs(plan.parts[0].s, anyType)
		f.emit("if %s == nil { rt.NilDereference(%d) }", r, f.site(call))
	}
	for _, p := range plan.parts {
		name := f.temp()
		taken = append(taken, capture{name, p.raw})
		names = append(names, name)
		values = append(values, p.s)
	}
	text := plan.text(names)
	if site := f.told(call); site != 0 {
		text = fmt.Sprintf("%s\n%s\nrt.At(0)", f.place(call, site, names), text)
	}
	return f.liftedWith(taken, values, text), recovers || plan.mayRecover
}

// lifted writes a function without parameters that runs the statement.
func (f *function) lifted(parts []capture, statement string) string {
	return f.liftedWith(parts, nil, statement)
}

func (f *function) liftedWith(parts []capture, values []string, statement string) string {
	name := f.fresh("make")
	var params []string
	for _, c := range parts {
		params = append(params, c.name+" "+c.raw)
	}
	f.write("func %s(%s) func() {\nreturn func() {\n%s\n}\n}\n\n", name, strings.Join(params, ", "), statement)
	return fmt.Sprintf("%s(%s)", name, strings.Join(values, ", "))
}
