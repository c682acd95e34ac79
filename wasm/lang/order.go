package lang

import (
	"go/ast"
	"go/types"
)

// Go leaves open whether a variable is read before or after a call in the same
// statement changes it. The compiler makes the calls first, in order, and then reads
// the variables; the interpreter goes from left to right. In statements where the
// difference could show, calls are therefore done in front.

// callsFirst reports whether the calls of a statement are done in front of it.
func (f *function) callsFirst(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.AssignStmt, *ast.ExprStmt, *ast.ReturnStmt, *ast.SendStmt, *ast.IncDecStmt, *ast.DeclStmt:
		return f.callsAndReads(s)
	case *ast.IfStmt:
		return f.callsAndReads(s.Cond)
	}
	return false
}

// callsAndReads reports whether n calls a function and reads a variable that the
// function might change.
func (f *function) callsAndReads(n ast.Node) bool {
	called, reads := 0, 0
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if f.builtin(n) == "" && !f.unit.info.Types[n.Fun].IsType() {
				called++
			}
		case *ast.Ident:
			if obj, ok := f.unit.info.Uses[n].(*types.Var); ok && !obj.IsField() && (f.vars.cell(obj) || isGlobal(obj)) {
				reads++
			}
		}
		return true
	})
	return called > 0 && reads > 0
}

// actingFirst returns the indexes of the expressions, those that call before the others.
func (f *function) actingFirst(list []ast.Expr) []int {
	var acting, others []int
	for i, x := range list {
		if f.acts(x) {
			acting = append(acting, i)
		} else {
			others = append(others, i)
		}
	}
	return append(acting, others...)
}
