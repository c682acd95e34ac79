package lang

import (
	"fmt"
	"go/ast"
	"go/types"
)

// assertion writes x.(T).
func (f *function) assertion(x *ast.TypeAssertExpr) string {
	v := f.interfaceOf(x.X)
	t := f.typeOf(x.Type)
	f.emit("rt.Assert(%s, %d, %d, %d)", v, f.desc(t), f.desc(f.typeOf(x.X)), f.site(x))
	return f.extract(v, t)
}

// commaOK writes x.(T) with its second value.
func (f *function) commaOK(x *ast.TypeAssertExpr) (value, ok string) {
	v := f.interfaceOf(x.X)
	t := f.typeOf(x.Type)
	ok = f.hold(fmt.Sprintf("rt.Is(%s, %d)", v, f.desc(t)))
	value = f.temp()
	f.emit("var %s %s", value, f.raw(t))
	f.emit("if %s {", ok)
	f.emit("%s = %s", value, f.extract(v, t))
	f.emit("}")
	return value, ok
}

// interfaceOf evaluates an interface's value as any.
func (f *function) interfaceOf(x ast.Expr) string {
	v := f.temp()
	f.emit("var %s rt.Any = %s", v, f.convert(f.expr(x), f.typeOf(x), anyType))
	return v
}

// extract takes the value, which is known to be of the type, out of an interface.
func (f *function) extract(v string, t types.Type) string {
	switch {
	case isCompiledInterface(t):
		return fmt.Sprintf("%s(%s)", f.castHelper(t), v)
	case isInterface(t):
		return v
	}
	value := f.temp()
	f.emit("var %s %s", value, f.raw(t))
	f.emit("rt.Open(%s, &%s)", v, value)
	return value
}

func (f *function) typeSwitch(s *ast.TypeSwitchStmt, l *label) {
	if s.Init != nil {
		f.stmt(s.Init)
	}
	var x ast.Expr
	switch a := s.Assign.(type) {
	case *ast.ExprStmt:
		x = a.X.(*ast.TypeAssertExpr).X
	case *ast.AssignStmt:
		x = a.Rhs[0].(*ast.TypeAssertExpr).X
	}
	from := f.typeOf(x)
	whole := f.holdAs(f.expr(x), from)
	v := f.temp()
	f.emit("var %s rt.Any = %s", v, f.convert(whole, from, anyType))
	var list string
	for _, c := range s.Body.List {
		for _, t := range c.(*ast.CaseClause).List {
			d := 0 // nil
			if !f.unit.info.Types[t].IsNil() {
				d = f.desc(f.typeOf(t))
			}
			list += fmt.Sprintf(", %d", d)
		}
	}
	body := f.separately(func() {
		n := 0
		for _, c := range s.Body.List {
			c := c.(*ast.CaseClause)
			if c.List == nil {
				f.emit("default:")
			} else {
				cases := ""
				for i := range c.List {
					if i > 0 {
						cases += ", "
					}
					cases += fmt.Sprint(n)
					n++
				}
				f.emit("case %s:", cases)
			}
			if obj := f.unit.info.Implicits[c]; obj != nil && f.mentions(c, obj) {
				t := f.env.subst(obj.Type())
				switch {
				case len(c.List) == 1 && !f.unit.info.Types[c.List[0]].IsNil():
					f.defineAs(obj, f.extract(v, t))
				default:
					f.defineAs(obj, whole)
				}
			}
			f.clause(c.Body)
		}
	})
	chosen := f.hold(fmt.Sprintf("rt.Which(%s%s)", v, list))
	f.openLabel(l)
	f.emit("switch %s {", chosen)
	f.out.WriteString(body)
	f.emit("}")
}

// defineAs declares a variable that may hold nil.
func (f *function) defineAs(obj types.Object, value string) {
	if f.vars.cell(obj) {
		f.define(obj, value)
		return
	}
	f.emit("var %s %s = %s", f.name(obj), f.raw(f.env.subst(obj.Type())), value)
}

// mentions reports whether a clause uses its variable.
func (f *function) mentions(c *ast.CaseClause, obj types.Object) bool {
	found := false
	for _, s := range c.Body {
		ast.Inspect(s, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && f.unit.info.Uses[id] == obj {
				found = true
			}
			return !found
		})
	}
	return found
}
