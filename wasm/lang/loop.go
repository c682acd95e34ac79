package lang

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// forStmt writes a for with a condition. If one of its variables lives in a cell,
// each iteration gets a new one, which begins with the value of the last.
func (f *function) forStmt(s *ast.ForStmt, l *label) {
	if s.Init != nil {
		f.stmt(s.Init)
	}
	var cells []types.Object
	if init, ok := s.Init.(*ast.AssignStmt); ok && init.Tok == token.DEFINE {
		for _, x := range init.Lhs {
			if obj := f.unit.info.Defs[x.(*ast.Ident)]; obj != nil && f.vars.cell(obj) {
				cells = append(cells, obj)
			}
		}
	}
	proven := len(f.proven)
	f.proveCounting(s)
	var cond, post string
	condBefore := f.separately(func() {
		if s.Cond != nil {
			cond = f.expr(s.Cond)
		}
	})
	body := f.separately(func() { f.block(s.Body.List) })
	f.proven = f.proven[:proven]
	post = f.separately(func() {
		if s.Post != nil {
			f.stmt(s.Post)
		}
	})
	if len(cells) == 0 && condBefore == "" && simplePost(s.Post, post) {
		f.openLabel(l)
		f.emit("for ; %s; %s {", cond, lastLine(post))
		f.out.WriteString(body)
		f.emit("}")
		return
	}
	first := ""
	if post != "" || len(cells) > 0 {
		first = f.hold("true")
	}
	f.openLabel(l)
	f.emit("for {")
	if first != "" {
		f.emit("if !%s {", first)
		for _, obj := range cells {
			name := f.name(obj)
			next := f.temp()
			f.emit("%s := new(%s)", next, f.raw(f.env.subst(obj.Type())))
			f.emit("*%s = *%s", next, name)
			f.emit("%s = %s", name, next)
		}
		f.out.WriteString(post)
		f.emit("}")
		f.emit("%s = false", first)
	}
	f.out.WriteString(condBefore)
	if cond != "" {
		f.emit("if !%s { break }", cond)
	}
	f.out.WriteString(body)
	f.emit("}")
}

// simplePost reports whether a post statement became one statement.
func simplePost(s ast.Stmt, post string) bool {
	if s == nil {
		return true
	}
	return len(lines(post)) == 1
}

func lastLine(s string) string {
	if list := lines(s); len(list) > 0 {
		return list[len(list)-1]
	}
	return ""
}

// lines returns the lines of core Go without the directives.
func lines(s string) (list []string) {
	for len(s) > 0 {
		line := s
		for i := range s {
			if s[i] == '\n' {
				line = s[:i]
				break
			}
		}
		s = s[min(len(line)+1, len(s)):]
		if len(line) > 0 && (len(line) < 6 || line[:6] != "//line") {
			list = append(list, line)
		}
	}
	return list
}

// proveCounting notes what is known in the body of for i := 0; i < len(a); i++.
func (f *function) proveCounting(s *ast.ForStmt) {
	init, ok := s.Init.(*ast.AssignStmt)
	if !ok || init.Tok != token.DEFINE || len(init.Lhs) != 1 {
		return
	}
	id, ok := init.Lhs[0].(*ast.Ident)
	if !ok {
		return
	}
	i := f.unit.info.Defs[id]
	start := f.unit.info.Types[init.Rhs[0]].Value
	if i == nil || start == nil || f.vars.cell(i) || f.changes(s.Body, i) {
		return
	}
	if b, ok := i.Type().Underlying().(*types.Basic); !ok || b.Kind() != types.Int {
		return
	}
	if start.String()[0] == '-' {
		return
	}
	if post, ok := s.Post.(*ast.IncDecStmt); !ok || post.Tok != token.INC {
		return
	}
	f.proven = append(f.proven, bound{i, ""})
	cond, ok := s.Cond.(*ast.BinaryExpr)
	if !ok || cond.Op != token.LSS {
		return
	}
	if x, ok := cond.X.(*ast.Ident); !ok || f.object(x) != i {
		return
	}
	call, ok := cond.Y.(*ast.CallExpr)
	if !ok || f.builtin(call) != "len" {
		return
	}
	f.proveInRange(i, call.Args[0], s.Body)
}

// proveInRange notes that i is in range of the container, if it is a variable that
// nothing in the loop changes.
func (f *function) proveInRange(i types.Object, container ast.Expr, body ast.Node) {
	id, ok := ast.Unparen(container).(*ast.Ident)
	if !ok {
		return
	}
	obj, ok := f.object(id).(*types.Var)
	if !ok || isGlobal(obj) || f.vars.cell(obj) || f.changes(body, obj) {
		return
	}
	switch obj.Type().Underlying().(type) {
	case *types.Slice, *types.Basic, *types.Array:
		f.proven = append(f.proven, bound{i, f.name(obj)})
	}
}

// changes reports whether the body assigns the variable.
func (f *function) changes(body ast.Node, obj types.Object) bool {
	found := false
	is := func(x ast.Expr) bool {
		id, ok := ast.Unparen(x).(*ast.Ident)
		return ok && f.object(id) == obj
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, x := range n.Lhs {
				found = found || is(x)
			}
		case *ast.IncDecStmt:
			found = found || is(n.X)
		case *ast.RangeStmt:
			found = found || n.Key != nil && is(n.Key) || n.Value != nil && is(n.Value)
		}
		return true
	})
	return found
}

// rangeVar is one of the variables of a range loop.
type rangeVar struct {
	x   ast.Expr
	tok token.Token
}

func (f *function) rangeVars(s *ast.RangeStmt) (key, value rangeVar) {
	blank := func(x ast.Expr) ast.Expr {
		if id, ok := x.(*ast.Ident); ok && id.Name == "_" {
			return nil
		}
		return x
	}
	if s.Key != nil {
		key = rangeVar{blank(s.Key), s.Tok}
	}
	if s.Value != nil {
		value = rangeVar{blank(s.Value), s.Tok}
	}
	return key, value
}

// set gives the variable its value for this iteration.
func (v rangeVar) set(f *function, value string, t types.Type) {
	if v.x == nil {
		return
	}
	if v.tok == token.DEFINE {
		f.define(f.unit.info.Defs[v.x.(*ast.Ident)], value)
		return
	}
	f.target(v.x).set(f, value, t)
}

// setBoth gives both variables their values; if they are no new ones, what they are
// reached by is evaluated before.
func (f *function) setBoth(key, value rangeVar, k, v string, kt, vt types.Type) {
	if key.x != nil && value.x != nil && key.tok == token.ASSIGN {
		targets := f.fixedTargets([]ast.Expr{key.x, value.x})
		targets[0].set(f, k, kt)
		targets[1].set(f, v, vt)
		return
	}
	key.set(f, k, kt)
	value.set(f, v, vt)
}

// direct returns the variable as the loop's own counter, if it can be.
func (v rangeVar) direct(f *function, body ast.Node) (types.Object, bool) {
	if v.x == nil || v.tok != token.DEFINE {
		return nil, false
	}
	obj := f.unit.info.Defs[v.x.(*ast.Ident)]
	if obj == nil || f.vars.cell(obj) || f.vars.captured[obj] || f.changes(body, obj) {
		return nil, false
	}
	return obj, true
}

func (f *function) rangeStmt(s *ast.RangeStmt, l *label) {
	t := f.typeOf(s.X)
	key, value := f.rangeVars(s)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsString != 0 {
			f.rangeString(s, l, key, value)
			return
		}
		f.rangeInt(s, l, key)
	case *types.Slice, *types.Array, *types.Pointer:
		f.rangeList(s, l, key, value)
	case *types.Map:
		f.rangeMap(s, l, key, value, u)
	case *types.Chan:
		f.rangeChan(s, l, key, u)
	case *types.Signature:
		f.rangeFunc(s, l, u)
	default:
		f.refuse(s, "the instant engine can't range over a %s", t)
	}
}

// count writes a loop over 0 to n-1.
func (f *function) count(s *ast.RangeStmt, l *label, key rangeVar, t types.Type, n string, prove func(i types.Object), begin func(i string)) {
	raw := f.raw(t)
	proven := len(f.proven)
	i := f.temp()
	obj, direct := key.direct(f, s.Body)
	_, value := f.rangeVars(s)
	parallel := key.x != nil && value.x != nil && key.tok == token.ASSIGN
	if direct {
		i = f.name(obj)
		if raw == "int" {
			f.proven = append(f.proven, bound{obj, ""})
		}
		prove(obj)
	}
	zero := "0"
	if raw != "int" {
		zero = raw + "(0)"
	}
	body := f.separately(func() {
		if !direct && !parallel {
			key.set(f, i, t)
		}
		begin(i)
		f.block(s.Body.List)
	})
	f.proven = f.proven[:proven]
	f.openLabel(l)
	f.emit("for %s := %s; %s < %s; %s++ {", i, zero, i, n, i)
	f.out.WriteString(body)
	f.emit("}")
}

func (f *function) rangeInt(s *ast.RangeStmt, l *label, key rangeVar) {
	t := f.typeOf(s.X)
	if key.x != nil {
		t = f.typeOf(key.x)
	}
	t = types.Default(t)
	n := f.value(s.X, t)
	if f.unit.info.Types[s.X].Value == nil {
		n = f.hold(n)
	}
	f.count(s, l, key, t, n, func(types.Object) {}, func(string) {})
}

// rangeList ranges over a slice, an array or a pointer to an array. Go evaluates a
// slice once, and copies an array if the values are asked for.
func (f *function) rangeList(s *ast.RangeStmt, l *label, key, value rangeVar) {
	t := f.typeOf(s.X)
	var elem types.Type
	var list, n string
	switch u := t.Underlying().(type) {
	case *types.Slice:
		elem = u.Elem()
		x := f.operand(s.X)
		list = x
		if !f.steady(s.X, s.Body) || f.isOpaque(t) {
			list = f.hold(x)
		}
		n = f.hold("len(" + list + ")")
	case *types.Array:
		elem = u.Elem()
		n = fmt.Sprint(u.Len())
		if value.x != nil {
			list = f.expr(s.X)
			if !f.steady(s.X, s.Body) || f.noted(s.X, s.Body) {
				list = f.holdAs(list, t)
			}
		} else if f.acts(s.X) {
			f.hold(f.expr(s.X))
		}
	case *types.Pointer:
		a := u.Elem().Underlying().(*types.Array)
		elem = a.Elem()
		n = fmt.Sprint(a.Len())
		list = "(*" + f.hold(f.expr(s.X)) + ")"
	}
	prove := func(i types.Object) { f.proveInRange(i, s.X, s.Body) }
	f.count(s, l, key, types.Typ[types.Int], n, prove, func(i string) {
		if key.x != nil && value.x != nil && key.tok == token.ASSIGN {
			f.setBoth(key, value, i, list+"["+i+"]", types.Typ[types.Int], elem)
			return
		}
		value.set(f, list+"["+i+"]", elem)
	})
}

// steady reports whether the expression is a local variable that the body does not change.
func (f *function) steady(x ast.Expr, body ast.Node) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return false
	}
	obj, ok := f.object(id).(*types.Var)
	return ok && !isGlobal(obj) && !f.vars.cell(obj) && !f.changes(body, obj)
}

// noted reports whether the array's elements may change in the body.
func (f *function) noted(x ast.Expr, body ast.Node) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	return !ok || f.vars.assigned[f.object(id)]
}

func (f *function) rangeString(s *ast.RangeStmt, l *label, key, value rangeVar) {
	// The interpreter miscounts invalid UTF-8.
	runes, at, i := f.temp(), f.temp(), f.temp()
	f.emit("%s, %s := rt.Runes(%s)", runes, at, f.value(s.X, types.Typ[types.String]))
	n := f.hold("len(" + runes + ")")
	body := f.separately(func() {
		f.setBoth(key, value, at+"["+i+"]", runes+"["+i+"]", types.Typ[types.Int], types.Typ[types.Rune])
		f.block(s.Body.List)
	})
	f.openLabel(l)
	f.emit("for %s := 0; %s < %s; %s++ {", i, i, n, i)
	f.out.WriteString(body)
	f.emit("}")
}

func (f *function) rangeMap(s *ast.RangeStmt, l *label, key, value rangeVar, m *types.Map) {
	x := f.hold(f.operand(s.X))
	k, v := f.temp(), f.temp()
	body := f.separately(func() {
		f.setBoth(key, value, k, v, m.Key(), m.Elem())
		f.block(s.Body.List)
	})
	f.openLabel(l)
	if _, isChan := m.Elem().Underlying().(*types.Chan); isChan {
		// The interpreter takes a channel among the values for the thing to range over.
		f.emit("for %s := range %s {", k, x)
		f.emit("%s := %s[%s]", v, x, k)
	} else {
		f.emit("for %s, %s := range %s {", k, v, x)
	}
	f.emit("_ = %s\n_ = %s", k, v)
	f.out.WriteString(body)
	f.emit("}")
}

func (f *function) rangeChan(s *ast.RangeStmt, l *label, key rangeVar, c *types.Chan) {
	x := f.hold(f.expr(s.X))
	v := f.temp()
	body := f.separately(func() {
		key.set(f, v, c.Elem())
		f.block(s.Body.List)
	})
	f.openLabel(l)
	f.emit("for {")
	f.emit("var %s %s", v, f.raw(c.Elem()))
	f.emit("if !rt.Receive(%s, &%s, %d) { break }", x, v, f.site(s))
	f.out.WriteString(body)
	f.emit("}")
}
