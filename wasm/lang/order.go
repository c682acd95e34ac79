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

// callsAndReads reports whether n calls a function and reads what the function might
// change: a variable, or what a pointer or slice leads to.
func (f *function) callsAndReads(n ast.Node) bool {
	called, reads := 0, 0
	around := 0 // calls that the node is an argument of
	var leads []int
	var path []bool // whether a node on the way is a call
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil {
			if path[len(path)-1] {
				around--
			}
			path = path[:len(path)-1]
			return false
		}
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		isCall := false
		switch n := n.(type) {
		case *ast.CallExpr:
			if f.builtin(n) == "" && !f.unit.info.Types[n.Fun].IsType() {
				isCall = true
				called++
				around++
			}
		case *ast.Ident:
			if obj, ok := f.unit.info.Uses[n].(*types.Var); ok && !obj.IsField() && (f.vars.cell(obj) || isGlobal(obj)) {
				reads++
			}
		case ast.Expr:
			if f.followsPointer(n) {
				leads = append(leads, around)
			}
		}
		path = append(path, isCall)
		return true
	})
	for _, around := range leads {
		if called > around { // an argument is read before its own call anyway
			reads++
		}
	}
	return called > 0 && reads > 0
}

// followsPointer reports whether the expression reads what a pointer or slice leads to.
func (f *function) followsPointer(x ast.Expr) bool {
	pointer := func(x ast.Expr) bool {
		_, ok := f.typeOf(x).Underlying().(*types.Pointer)
		return ok
	}
	switch x := x.(type) {
	case *ast.StarExpr:
		return !f.unit.info.Types[x].IsType()
	case *ast.SelectorExpr:
		sel := f.unit.info.Selections[x]
		return sel != nil && sel.Kind() == types.FieldVal && (sel.Indirect() || pointer(x.X))
	case *ast.IndexExpr:
		if !f.unit.info.Types[x].IsValue() || !f.unit.info.Types[x.X].IsValue() {
			return false
		}
		_, slice := f.typeOf(x.X).Underlying().(*types.Slice)
		return slice || pointer(x.X)
	}
	return false
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
