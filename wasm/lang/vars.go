package lang

import (
	"go/ast"
	"go/token"
	"go/types"
)

// variables says of a function's variables how they must be kept.
type variables struct {
	owner     map[types.Object]ast.Node // the function, literal or deferring body that declares it
	captured  map[types.Object]bool
	assigned  map[types.Object]bool // after its declaration
	addressed map[types.Object]bool
}

// cell reports whether the variable lives in a cell of its own on the heap: the
// interpreter's frames share one place between iterations and closures.
func (v *variables) cell(obj types.Object) bool {
	return v.addressed[obj] || v.captured[obj] && v.assigned[obj]
}

// analyse adds what happens to the variables in n, which belongs to the function f.
func (f *function) analyse(n ast.Node) {
	f.vars.owner = map[types.Object]ast.Node{}
	f.vars.captured = map[types.Object]bool{}
	f.vars.assigned = map[types.Object]bool{}
	f.vars.addressed = map[types.Object]bool{}
	f.walk(n, nil)
}

func (f *function) walk(n ast.Node, owner ast.Node) {
	v := f.vars
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv != nil {
				f.walk(n.Recv, owner)
			}
			f.walk(n.Type, owner)
			if n.Body != nil {
				f.walkBody(n.Body, owner)
			}
			return false
		case *ast.FuncLit:
			f.walk(n.Type, n)
			f.walkBody(n.Body, n)
			return false
		case *ast.Ident:
			if obj := f.unit.info.Defs[n]; obj != nil {
				if _, isVar := obj.(*types.Var); isVar {
					v.owner[obj] = owner
				}
			} else if obj, isVar := f.unit.info.Uses[n].(*types.Var); isVar && !obj.IsField() {
				if in, known := v.owner[obj]; known && in != owner {
					v.captured[obj] = true
				}
			}
		case *ast.CaseClause:
			if obj := f.unit.info.Implicits[n]; obj != nil {
				v.owner[obj] = owner
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && f.unit.info.Defs[id] != nil {
					continue
				}
				f.note(lhs, v.assigned)
			}
		case *ast.IncDecStmt:
			f.note(n.X, v.assigned)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				for _, lhs := range []ast.Expr{n.Key, n.Value} {
					if lhs != nil {
						f.note(lhs, v.assigned)
					}
				}
			}
			if _, ok := f.typeOf(n.X).Underlying().(*types.Signature); ok {
				f.walk(n.X, owner)
				for _, lhs := range []ast.Expr{n.Key, n.Value} {
					if lhs != nil {
						f.walk(lhs, n)
					}
				}
				f.walk(n.Body, n)
				return false
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				f.note(n.X, v.addressed)
			}
		case *ast.SliceExpr:
			if _, ok := f.typeOf(n.X).Underlying().(*types.Array); ok {
				f.note(n.X, v.addressed)
			}
		case *ast.SelectorExpr:
			// A method with a pointer receiver takes the address of its variable.
			if sel := f.unit.info.Selections[n]; sel != nil && sel.Kind() == types.MethodVal {
				if _, isPointer := f.typeOf(n.X).Underlying().(*types.Pointer); !isPointer {
					m, _ := sel.Obj().(*types.Func)
					recv := m.Signature().Recv()
					_, pointer := recv.Type().(*types.Pointer)
					_, param := types.Unalias(sel.Recv()).(*types.TypeParam)
					if pointer || param {
						f.note(n.X, v.addressed)
					}
				}
			}
		}
		return true
	})
}

// walkBody walks a function's body, which is a function of its own if it defers.
func (f *function) walkBody(body *ast.BlockStmt, owner ast.Node) {
	if f.defers(body) {
		f.walk(body, body)
		return
	}
	f.walk(body, owner)
}

// note marks the variable that x is, or is a part of.
func (f *function) note(x ast.Expr, set map[types.Object]bool) {
	for {
		switch e := x.(type) {
		case *ast.Ident:
			if obj := f.object(e); obj != nil {
				set[obj] = true
			}
			return
		case *ast.ParenExpr:
			x = e.X
		case *ast.SelectorExpr:
			if f.unit.info.Selections[e] == nil {
				return // a package's variable
			}
			if _, ok := f.typeOf(e.X).Underlying().(*types.Pointer); ok {
				return
			}
			x = e.X
		case *ast.IndexExpr:
			if _, ok := f.typeOf(e.X).Underlying().(*types.Array); !ok {
				return
			}
			x = e.X
		default:
			return
		}
	}
}

// defers reports whether the body defers calls, which a literal in it would not do
// for it.
func (f *function) defers(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			found = true
		}
		return !found
	})
	return found
}

// mistakable reports whether a function that calls recover could be taken for one that
// was deferred, as it is called by one. A function value that is deferred may be any
// function, so then each of them has to say that it has been called.
func (l *lowerer) mistakable() bool {
	if l.mistaken == nil {
		f := l.newFunction(l.main, env{}, "")
		var deferred, called bool
		for _, file := range l.main.files {
			onTheSpot := map[*ast.FuncLit]bool{}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.DeferStmt:
					if lit, ok := ast.Unparen(n.Call.Fun).(*ast.FuncLit); ok {
						onTheSpot[lit] = true
					} else {
						deferred = deferred || !f.knows(n.Call)
					}
				case *ast.FuncLit:
					called = called || !onTheSpot[n] && f.recovers(n.Body)
				case *ast.FuncDecl:
					called = called || n.Body != nil && f.recovers(n.Body)
				}
				return true
			})
		}
		mistaken := deferred && called
		l.mistaken = &mistaken
	}
	return *l.mistaken
}

// knows reports whether it is a declared function, a method or a builtin that is called.
func (f *function) knows(call *ast.CallExpr) bool {
	if f.unit.info.Types[call.Fun].IsBuiltin() {
		return true
	}
	id := f.instantiated(unindex(call.Fun))
	return id != nil && !isInterfaceMethod(f.object(id).(*types.Func))
}

// recovers reports whether the body calls recover itself.
func (f *function) recovers(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok {
				if b, ok := f.unit.info.Uses[id].(*types.Builtin); ok && b.Name() == "recover" {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// object returns what an identifier declares or refers to.
func (f *function) object(id *ast.Ident) types.Object {
	if obj := f.unit.info.Defs[id]; obj != nil {
		return obj
	}
	return f.unit.info.Uses[id]
}
