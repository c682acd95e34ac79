package lang

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// receive receives before the statement and returns what was received, and whether
// it was sent.
func (f *function) receive(x *ast.UnaryExpr) (value, ok string) {
	elem := f.typeOf(x.X).Underlying().(*types.Chan).Elem()
	ch := f.expr(x.X)
	value, ok = f.temp(), f.temp()
	f.emit("var %s %s", value, f.raw(elem))
	f.emit("%s := rt.Receive(%s, &%s, %d)", ok, ch, value, f.site(x))
	return value, ok
}

func (f *function) send(s *ast.SendStmt) {
	elem := f.typeOf(s.Chan).Underlying().(*types.Chan).Elem()
	parts := f.sequence(2, func(i int) part {
		if i == 0 {
			return part{s: f.expr(s.Chan)}
		}
		return part{s: f.value(s.Value, elem)}
	})
	f.emit("rt.Send(%s, %s, %d)", parts[0].s, parts[1].s, f.site(s))
}

// selectStmt asks rt which case is chosen, and then switches on it. All channels and
// values to send are evaluated first, in order, as Go does.
func (f *function) selectStmt(s *ast.SelectStmt, l *label) {
	type receiving struct{ value, ok string }
	var cases []string
	received := map[*ast.CommClause]receiving{}
	hasDefault := false
	for _, c := range s.Body.List {
		clause := c.(*ast.CommClause)
		switch comm := clause.Comm.(type) {
		case nil:
			hasDefault = true
		case *ast.SendStmt:
			elem := f.typeOf(comm.Chan).Underlying().(*types.Chan).Elem()
			ch := f.hold(f.expr(comm.Chan))
			v := f.temp()
			value := f.value(comm.Value, elem)
			f.emit("var %s %s", v, f.raw(elem))
			f.store(v, value)
			cases = append(cases, fmt.Sprintf("rt.SendCase(%s, &%s)", ch, v))
		default:
			recv := receiveExpr(comm)
			elem := f.typeOf(recv.X).Underlying().(*types.Chan).Elem()
			ch := f.hold(f.expr(recv.X))
			r := receiving{f.temp(), f.temp()}
			f.emit("var %s %s", r.value, f.raw(elem))
			f.emit("var %s bool", r.ok)
			received[clause] = r
			cases = append(cases, fmt.Sprintf("rt.ReceiveCase(%s, &%s, &%s)", ch, r.value, r.ok))
		}
	}
	args := append([]string{fmt.Sprint(hasDefault), fmt.Sprint(f.site(s))}, cases...)
	chosen := f.hold(fmt.Sprintf("rt.Select(%s)", strings.Join(args, ", ")))
	body := f.separately(func() {
		f.selectCases(s, func(clause *ast.CommClause) (value, ok string) {
			r := received[clause]
			return r.value, r.ok
		})
	})
	f.openLabel(l)
	f.emit("switch %s {", chosen)
	f.out.WriteString(body)
	f.emit("}")
}

// selectCases writes the clauses of the switch on the chosen case.
func (f *function) selectCases(s *ast.SelectStmt, received func(*ast.CommClause) (value, ok string)) {
	i := 0
	for _, c := range s.Body.List {
		clause := c.(*ast.CommClause)
		if clause.Comm == nil {
			f.emit("default:")
		} else {
			f.emit("case %d:", i)
			i++
		}
		if assign, ok := clause.Comm.(*ast.AssignStmt); ok {
			recv := receiveExpr(assign)
			elem := f.typeOf(recv.X).Underlying().(*types.Chan).Elem()
			value, ok := received(clause)
			values := []part{{s: value}, {s: ok}}
			ts := []types.Type{elem, types.Typ[types.Bool]}
			for i, lhs := range assign.Lhs {
				if assign.Tok == token.DEFINE {
					if obj := f.unit.info.Defs[lhs.(*ast.Ident)]; obj != nil {
						f.define(obj, values[i].s)
					}
					continue
				}
				f.target(lhs).set(f, values[i].s, ts[i])
			}
		}
		f.clause(clause.Body)
	}
}

// receiveExpr returns the receive operation of a select case.
func receiveExpr(comm ast.Stmt) *ast.UnaryExpr {
	switch comm := comm.(type) {
	case *ast.ExprStmt:
		return ast.Unparen(comm.X).(*ast.UnaryExpr)
	case *ast.AssignStmt:
		return ast.Unparen(comm.Rhs[0]).(*ast.UnaryExpr)
	}
	return nil
}
