package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// For the event log of a run, calls of compiled functions are done between two calls of
// rt.At, which say where the program is and that it is there no more. What is done
// through rt tells its place anyway.

// told returns the site that a call has to tell: 0 if there is no log, or if it is the
// program's own function that is called, which tells for itself.
func (f *function) told(call *ast.CallExpr) int {
	if !f.opts.Log || f.unit != f.main {
		return 0
	}
	if fn := f.instantiated(ast.Unparen(unindex(call.Fun))); fn != nil {
		if obj, ok := f.object(fn).(*types.Func); ok && obj.Pkg() == f.main.pkg && !isInterfaceMethod(obj) {
			return 0
		}
	}
	return f.site(call)
}

func isInterfaceMethod(obj *types.Func) bool {
	recv := obj.Signature().Recv()
	return recv != nil && isInterface(recv.Type())
}

// tell writes a call between its rt.At. The parts are evaluated before: they may tell
// of places themselves. What is no single value stays to be written by the caller, who
// then says nowhere.
func (f *function) tell(call *ast.CallExpr, site int, plan *callPlan, values []string) string {
	for i, p := range plan.parts {
		if p.raw != "" && strings.Contains(p.s, "(") {
			t := f.temp()
			f.emit("var %s %s = %s", t, p.raw, p.s)
			values[i] = t
		}
	}
	f.emit("%s", f.place(call, site, values))
	text := plan.text(values)
	if plan.results == nil || plan.results.Len() != 1 {
		f.telling = true
		return text
	}
	return f.leaving(text, f.env.subst(plan.results.At(0).Type()))
}

// place writes what tells of a call. Of a lock's method the lock is told too.
func (f *function) place(call *ast.CallExpr, site int, values []string) string {
	if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && len(values) > 0 {
		if s := f.unit.info.Selections[selector]; s != nil && s.Kind() == types.MethodVal && s.Obj().Pkg() != nil {
			switch s.Obj().Pkg().Path() {
			case "sync", "golang.org/x/sync/semaphore":
				return fmt.Sprintf("rt.On(%d, %s)", site, values[0])
			}
		}
	}
	return fmt.Sprintf("rt.At(%d)", site)
}

// leaving evaluates a call that has been told of, and says nowhere.
func (f *function) leaving(text string, t types.Type) string {
	result := f.holdAs(text, t)
	f.emit("rt.At(0)")
	return result
}

// toldNothing says nowhere after a statement whose call could not.
func (f *function) toldNothing(s ast.Stmt) {
	if !f.telling {
		return
	}
	f.telling = false
	switch s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.DeclStmt, *ast.IncDecStmt, *ast.SendStmt:
		f.emit("rt.At(0)")
	}
}
