package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// deferredBody writes the body of a function that defers calls: as a function of
// its own, which rt.Run calls with a record of the calls to make at its end. The
// results live in cells, as deferred calls can change them after a return.
func (f *function) deferredBody(body *ast.BlockStmt) {
	for _, v := range f.results {
		if v.Name() != "" {
			f.vars.addressed[v] = true
			f.vars.owner[v] = f.node
			f.declareZero(v)
			continue
		}
		name := f.temp()
		f.cells = append(f.cells, name)
		f.own[name] = true
		f.emit("%s := new(%s)", name, f.raw(f.env.subst(v.Type())))
	}
	g := f.nested(body)
	g.deferred = true
	g.own["defers"] = true
	g.gotos = f.gotos
	g.block(body.List)
	f.emit("rt.Run(%s)", f.lift(g, "(defers *rt.Defers)"))
	var values []string
	for i := range f.results {
		values = append(values, g.resultCell(i))
	}
	if values != nil {
		f.emit("return %s", strings.Join(values, ", "))
	}
}

// resultCell returns the i-th result of the deferring function around f.
func (f *function) resultCell(i int) string {
	g := f
	for g.loop != nil || g.deferred {
		g = g.parent
	}
	v := g.results[i]
	if v.Name() != "" {
		return f.variable(v)
	}
	f.takeInternal(g.cells[i], "*"+f.raw(f.env.subst(v.Type())))
	return "(*" + g.cells[i] + ")"
}

func (f *function) deferStmt(s *ast.DeferStmt) {
	thunk, recovers := f.thunk(s.Call)
	f.takeInternal("defers", "*rt.Defers")
	f.emit("defers.Push(%s, %t)", thunk, recovers)
}

func (f *function) goStmt(s *ast.GoStmt) {
	name := f.calledName(s.Call)
	thunk, _ := f.thunk(s.Call)
	f.emit("rt.Go(%q, %q, %d, %s)", name, f.shown, f.site(s), thunk)
}

// calledName is what Go's traces call the function of a go statement.
func (f *function) calledName(call *ast.CallExpr) string {
	if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		return fmt.Sprintf("%s.func%d", f.shown, *f.lits+1)
	}
	if fn := f.instantiated(unindex(call.Fun)); fn != nil {
		obj := f.object(fn).(*types.Func)
		name := obj.Pkg().Path() + "." + obj.Name()
		if recv := obj.Signature().Recv(); recv != nil {
			_, name = methodNames(obj, recv.Type())
		}
		return name
	}
	return f.shown + ".gowrap1"
}
