package lang

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
)

// part is an operand in core Go.
type part struct {
	s   string
	raw string
}

// calls matches core Go that may do more than read: a call, or what looks like one.
//
// It is the expression `[\w\])]\(|<-`, by hand: package regexp would be a thirtieth of
// the checker's download.
var calls callFinder

type callFinder struct{}

func (callFinder) MatchString(core string) bool {
	for i := 1; i < len(core); i++ {
		switch before := core[i-1]; {
		case core[i] == '-' && before == '<':
			return true
		case core[i] != '(':
		case before == ')' || before == ']' || before == '_' || '0' <= before && before <= '9' || 'a' <= before|0x20 && before|0x20 <= 'z':
			return true
		}
	}
	return false
}

// sequence writes operands in order. If a later one needs statements before it, the
// earlier ones that do something are done before those.
func (f *function) sequence(n int, write func(i int) part) []part {
	parts := make([]part, n)
	for i := range parts {
		before := f.separately(func() { parts[i] = write(i) })
		if before != "" && !f.inFront { // else no operand has a call in it
			for j := range i {
				if calls.MatchString(parts[j].s) {
					parts[j].s = f.hold(parts[j].s)
				}
			}
		}
		f.out.WriteString(before)
	}
	return parts
}

// value writes an expression as a value of the type.
func (f *function) value(x ast.Expr, to types.Type) string {
	tv := f.unit.info.Types[x]
	if tv.Value != nil {
		return f.constant(tv.Value, f.env.subst(tv.Type), to)
	}
	if tv.IsNil() {
		return "nil"
	}
	return f.convert(f.expr(x), f.typeOf(x), to)
}

// expr writes an expression as a value of its own type.
func (f *function) expr(x ast.Expr) string {
	if tv := f.unit.info.Types[x]; tv.Value != nil {
		t := types.Default(f.env.subst(tv.Type))
		return f.constant(tv.Value, t, t)
	} else if tv.IsNil() {
		return "nil"
	}
	switch x := x.(type) {
	case *ast.Ident:
		switch obj := f.object(x).(type) {
		case *types.Var:
			return f.variable(obj)
		case *types.Func:
			return f.functionValue(x, obj)
		}
	case *ast.ParenExpr:
		return f.expr(x.X)
	case *ast.FuncLit:
		return f.literal(x)
	case *ast.CompositeLit:
		return f.composite(x, f.typeOf(x))
	case *ast.SelectorExpr:
		return f.selector(x)
	case *ast.IndexExpr:
		if fn := f.instantiated(x.X); fn != nil {
			return f.functionValue(fn, f.object(fn).(*types.Func))
		}
		return f.index(x)
	case *ast.IndexListExpr:
		if fn := f.instantiated(x.X); fn != nil {
			return f.functionValue(fn, f.object(fn).(*types.Func))
		}
	case *ast.SliceExpr:
		return f.slice(x)
	case *ast.StarExpr:
		return "(*" + f.notNil(x, f.held(f.operand(x.X))) + ")"
	case *ast.UnaryExpr:
		return f.unary(x)
	case *ast.BinaryExpr:
		return f.binary(x)
	case *ast.CallExpr:
		return f.callExpr(x)
	case *ast.TypeAssertExpr:
		return f.assertion(x)
	}
	f.refuse(x, "the instant engine can't do this expression")
	return ""
}

// operand writes an expression whose value is indexed, ranged over, called or the
// like: one of an opaque type is opened.
func (f *function) operand(x ast.Expr) string {
	s := f.expr(x)
	if t := f.typeOf(x); f.isOpaque(t) {
		return f.open(s, t)
	}
	return f.heldAddress(s)
}

// instantiated returns the identifier of a generic function, if x names one.
func (f *function) instantiated(x ast.Expr) *ast.Ident {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		if _, ok := f.object(x).(*types.Func); ok {
			return x
		}
	case *ast.SelectorExpr:
		if _, ok := f.object(x.Sel).(*types.Func); ok {
			return x.Sel
		}
	}
	return nil
}

// functionValue names a declared function, with its type arguments if it has any.
func (f *function) functionValue(id *ast.Ident, obj *types.Func) string {
	var args []types.Type
	if inst, ok := f.unit.info.Instances[id]; ok {
		for t := range inst.TypeArgs.Types() {
			args = append(args, f.env.subst(t))
		}
	}
	if f.isTranslated(obj, args) {
		name := f.instance(obj, args)
		sig, _ := f.env.subst(obj.Type()).(*types.Signature)
		if inst, ok := f.unit.info.Instances[id]; ok {
			sig = f.env.subst(inst.Type).(*types.Signature)
		}
		maker := f.helper("value "+name, "value", func(maker string) {
			params, list := f.wrapperParams(sig)
			header := params + f.resultTypes(sig)
			f.write("func %s() func%s {\nreturn func%s {\n%s\n}\n}\n\n", maker, header, header,
				returning(sig, name+"("+strings.Join(list, ", ")+")"))
		})
		return maker + "()"
	}
	return f.compiledFunction(id, obj)
}

// functionName names a declared function that is called.
func (f *function) functionName(id *ast.Ident, obj *types.Func) string {
	var args []types.Type
	if inst, ok := f.unit.info.Instances[id]; ok {
		for t := range inst.TypeArgs.Types() {
			args = append(args, f.env.subst(t))
		}
	}
	if f.isTranslated(obj, args) {
		return f.instance(obj, args)
	}
	return f.compiledFunction(id, obj)
}

// isTranslated reports whether the function has source that is translated.
func (f *function) isTranslated(obj *types.Func, args []types.Type) bool {
	return obj.Pkg().Path() == "main" || len(args) > 0 || f.unit.pkg.Path() != "main" && obj.Pkg() == f.unit.pkg && f.decls[declKey(obj)] != nil
}

func (f *function) unary(x *ast.UnaryExpr) string {
	switch x.Op {
	case token.AND:
		if lit, ok := ast.Unparen(x.X).(*ast.CompositeLit); ok {
			return f.addressOfLiteral(lit, f.typeOf(lit))
		}
		return f.address(x.X)
	case token.ARROW:
		value, _ := f.receive(x)
		return value
	}
	return "(" + x.Op.String() + f.expr(x.X) + ")"
}

func (f *function) addressOfLiteral(lit *ast.CompositeLit, t types.Type) string {
	value := f.composite(lit, t)
	if _, ok := t.Underlying().(*types.Struct); ok {
		return "&" + value
	}
	p := f.temp()
	f.emit("%s := new(%s)", p, f.raw(t))
	f.store("*"+p, value)
	return p
}

func (f *function) binary(x *ast.BinaryExpr) string {
	switch x.Op {
	case token.LAND, token.LOR:
		return f.shortCircuit(x)
	case token.EQL, token.NEQ:
		return f.equality(x)
	case token.SHL, token.SHR:
		return f.shift(x)
	}
	t := f.typeOf(x)
	if x.Op == token.LSS || x.Op == token.LEQ || x.Op == token.GTR || x.Op == token.GEQ {
		t = f.operandType(x.X, x.Y)
	}
	parts := f.sequence(2, func(i int) part {
		return part{s: f.value([]ast.Expr{x.X, x.Y}[i], t)}
	})
	return "(" + parts[0].s + " " + x.Op.String() + " " + parts[1].s + ")"
}

// operandType returns the type that the operands of a comparison are compared as.
func (f *function) operandType(x, y ast.Expr) types.Type {
	t := f.typeOf(x)
	if b, ok := t.(*types.Basic); ok && b.Info()&types.IsUntyped != 0 {
		t = f.typeOf(y)
	}
	return types.Default(t)
}

func (f *function) shift(x *ast.BinaryExpr) string {
	parts := f.sequence(2, func(i int) part {
		if i == 0 {
			return part{s: f.value(x.X, types.Default(f.typeOf(x)))}
		}
		if tv := f.unit.info.Types[x.Y]; tv.Value != nil {
			return part{s: "uint(" + constant.ToInt(tv.Value).ExactString() + ")"}
		}
		return part{s: f.expr(x.Y)}
	})
	count := parts[1].s
	if b, ok := f.typeOf(x.Y).Underlying().(*types.Basic); ok && b.Info()&types.IsUnsigned == 0 && !strings.HasPrefix(count, "uint(") {
		count = f.held(count)
		f.emit("if %s < %s(0) { rt.Shift(%d) }", count, f.raw(f.typeOf(x.Y)), f.site(x))
		count = "uint(" + count + ")"
	}
	return "(" + parts[0].s + " " + x.Op.String() + " " + count + ")"
}

// held returns a name or literal that can be written more than once.
func (f *function) held(s string) string {
	if calls.MatchString(s) {
		return f.hold(s)
	}
	return s
}

// shortCircuit does what the right operand needs done only if it is evaluated.
func (f *function) shortCircuit(x *ast.BinaryExpr) string {
	left := f.expr(x.X)
	var right string
	before := f.separately(func() { right = f.expr(x.Y) })
	if before == "" && !calls.MatchString(right) && !calls.MatchString(left) {
		// With calls in it the interpreter can lose its way after the statement.
		return "(" + left + " " + x.Op.String() + " " + right + ")"
	}
	t := f.hold(left)
	not := ""
	if x.Op == token.LOR {
		not = "!"
	}
	f.emit("if %s%s {\n%s%s = %s\n}", not, t, before, t, right)
	return t
}

func (f *function) equality(x *ast.BinaryExpr) string {
	op := x.Op.String()
	for _, side := range [][2]ast.Expr{{x.X, x.Y}, {x.Y, x.X}} {
		if f.unit.info.Types[side[0]].IsNil() {
			return "(" + f.expr(side[1]) + " " + op + " nil)"
		}
	}
	xt, yt := f.typeOf(x.X), f.typeOf(x.Y)
	if isInterface(xt) || isInterface(yt) {
		t := types.Type(types.NewInterfaceType(nil, nil))
		parts := f.sequence(2, func(i int) part {
			return part{s: f.value([]ast.Expr{x.X, x.Y}[i], t)}
		})
		not := ""
		if x.Op == token.NEQ {
			not = "!"
		}
		return fmt.Sprintf("%srt.Equal(%s, %s)", not, parts[0].s, parts[1].s)
	}
	t := f.operandType(x.X, x.Y)
	if c, ok := t.Underlying().(*types.Chan); ok && c.Dir() == types.SendRecv {
		t = yt
	}
	parts := f.sequence(2, func(i int) part {
		s := f.value([]ast.Expr{x.X, x.Y}[i], t)
		if f.raw([]types.Type{xt, yt}[i]) != f.raw(t) {
			s = f.holdAs(s, t)
		}
		return part{s: s}
	})
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		not := ""
		if x.Op == token.NEQ {
			not = "!"
		}
		return fmt.Sprintf("%srt.Equal(%s, %s)", not, parts[0].s, parts[1].s)
	}
	return "(" + parts[0].s + " " + op + " " + parts[1].s + ")"
}

// place is a way to a field or method: the expression that holds it and its type.
type place struct {
	s string
	t types.Type
}

// walkPath follows the fields of index from x, stepping through pointers.
func (f *function) walkPath(from place, index []int) place {
	for n, i := range index {
		t := from.t.Underlying()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem().Underlying()
			if n > 0 && f.current != nil && from.s != "" && from.s[0] != '.' {
				from.s = f.notNil(f.current, f.held(from.s))
			}
		}
		s := t.(*types.Struct)
		to := place{from.s + "." + f.field(from.t, s, i), s.Field(i).Type()}
		if f.cut(from.t, i) {
			to.s = f.openRaw(to.s, f.raw(to.t))
		}
		from = to
	}
	return from
}

// opaqueField returns a field that is cut, to be assigned with rt.Opaque.
func (f *function) opaqueField(x ast.Expr) (s string, ok bool) {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok || f.unit.info.Selections[sel] == nil {
		return "", false
	}
	t := f.typeOf(sel.X)
	_, index, _ := types.LookupFieldOrMethod(t, true, f.unit.info.Selections[sel].Obj().Pkg(), sel.Sel.Name)
	holder := place{"", t}
	for _, i := range index[:len(index)-1] {
		u := holder.t.Underlying()
		if p, ok := u.(*types.Pointer); ok {
			u = p.Elem().Underlying()
		}
		holder.t = u.(*types.Struct).Field(i).Type()
	}
	last := index[len(index)-1]
	if !f.cut(holder.t, last) {
		return "", false
	}
	at := f.walkPath(place{f.base(sel.X), t}, index[:len(index)-1])
	u := holder.t.Underlying()
	if p, ok := u.(*types.Pointer); ok {
		u = p.Elem().Underlying()
	}
	base := at.s
	if calls.MatchString(base) {
		base = f.hold(base)
	}
	return base + "." + f.field(holder.t, u.(*types.Struct), last), true
}

// field names a field in core Go. A compiled struct keeps its names.
func (f *function) field(t types.Type, s *types.Struct, i int) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && !isOwn(named) {
		return s.Field(i).Name()
	}
	return fieldName(s, i)
}

func (f *function) selector(x *ast.SelectorExpr) string {
	sel := f.unit.info.Selections[x]
	if sel == nil {
		switch obj := f.object(x.Sel).(type) {
		case *types.Var:
			if obj.Pkg().Path() == "main" {
				return f.variable(obj)
			}
			return f.native1(obj)
		case *types.Func:
			return f.functionValue(x.Sel, obj)
		}
		f.refuse(x, "the instant engine can't do this expression")
	}
	switch sel.Kind() {
	case types.MethodVal:
		return f.methodValue(x)
	case types.MethodExpr:
		return f.methodExpr(x)
	}
	t := f.typeOf(x.X)
	_, index, _ := types.LookupFieldOrMethod(t, true, sel.Obj().Pkg(), sel.Obj().Name())
	base := f.base(x.X)
	if _, isPointer := t.Underlying().(*types.Pointer); isPointer {
		base = f.notNil(x, f.held(base))
	}
	return f.walkPath(place{base, t}, index).s
}

// notNil checks a pointer before the statement. That of a variable that never
// changes is checked once on the way.
func (f *function) notNil(at ast.Node, pointer string) string {
	if strings.HasPrefix(pointer, "&") || f.nonNil[pointer] {
		return pointer
	}
	f.emit("if (%s) == nil { rt.NilDereference(%d) }", pointer, f.site(at))
	if f.steadyVar[pointer] {
		f.nonNil[pointer] = true
	}
	return pointer
}

// base writes an expression that a field is selected from; the interpreter follows
// a pointer by itself, so a cell is not dereferenced.
func (f *function) base(x ast.Expr) string {
	if id, ok := ast.Unparen(x).(*ast.Ident); ok {
		if obj, ok := f.object(id).(*types.Var); ok && !isGlobal(obj) && f.vars.cell(obj) {
			if _, isPointer := f.typeOf(id).Underlying().(*types.Pointer); !isPointer {
				return f.pointer(obj)
			}
		}
	}
	return f.heldAddress(f.expr(x))
}

// heldAddress names an address that something is selected from: what follows &x
// belongs to x.
func (f *function) heldAddress(s string) string {
	if strings.HasPrefix(s, "&") {
		return f.hold(s)
	}
	return s
}

// address writes a pointer to what the expression denotes.
func (f *function) address(x ast.Expr) string {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return f.pointer(f.object(x))
	case *ast.StarExpr:
		return f.expr(x.X)
	case *ast.CompositeLit:
		return f.addressOfLiteral(x, f.typeOf(x))
	case *ast.SelectorExpr:
		if _, cut := f.opaqueField(x); cut {
			f.refuse(x, "the instant engine can't take the address of a field that leads back to its own struct")
		}
		return "&" + f.selector(x)
	case *ast.IndexExpr:
		if _, isArray := f.typeOf(x.X).Underlying().(*types.Array); isArray {
			if _, cut := f.opaqueField(x.X); cut {
				f.refuse(x, "the instant engine can't take the address of a field that leads back to its own struct")
			}
		}
		return "&" + f.index(x)
	}
	f.refuse(x, "the instant engine can't take the address of this expression")
	return ""
}

func (f *function) composite(x *ast.CompositeLit, t types.Type) string {
	if f.isOpaque(t) {
		return "rt.Value(" + f.composite(x, t.Underlying()) + ")"
	}
	raw := f.raw(t)
	under := t.Underlying()
	if p, ok := under.(*types.Pointer); ok { // an elided &T
		return f.addressOfLiteral(x, p.Elem())
	}
	var values []ast.Expr
	var keys []string
	var keyExprs []ast.Expr
	elem := func(int) types.Type { return nil }
	cut := func(int) bool { return false }
	switch u := under.(type) {
	case *types.Struct:
		var fields []int
		for i, e := range x.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				field := f.object(kv.Key.(*ast.Ident)).(*types.Var)
				for i = range u.NumFields() {
					if u.Field(i).Name() == field.Name() {
						break
					}
				}
				e = kv.Value
			}
			fields = append(fields, i)
			values = append(values, e)
			keys = append(keys, f.field(t, u, i)+": ")
		}
		elem = func(i int) types.Type { return u.Field(fields[i]).Type() }
		cut = func(i int) bool { return f.cut(t, fields[i]) }
	case *types.Map:
		for _, e := range x.Elts {
			kv := e.(*ast.KeyValueExpr)
			keyExprs = append(keyExprs, kv.Key)
			values = append(values, kv.Value)
		}
		elem = func(int) types.Type { return u.Elem() }
	case *types.Slice, *types.Array:
		for _, e := range x.Elts {
			key := ""
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				key = f.unit.info.Types[kv.Key].Value.ExactString() + ": "
				e = kv.Value
			}
			keys = append(keys, key)
			values = append(values, e)
		}
		var et types.Type
		if s, ok := u.(*types.Slice); ok {
			et = s.Elem()
		} else {
			et = u.(*types.Array).Elem()
		}
		elem = func(int) types.Type { return et }
	default:
		f.refuse(x, "the instant engine can't do this composite literal")
	}
	var list []string
	if keyExprs != nil {
		keyType := under.(*types.Map).Key()
		parts := f.sequence(2*len(values), func(i int) part {
			if i%2 == 0 {
				return part{s: f.elementOf(keyExprs[i/2], keyType)}
			}
			return part{s: f.elementOf(values[i/2], elem(i/2))}
		})
		for i := range values {
			list = append(list, parts[2*i].s+": "+parts[2*i+1].s)
		}
	} else {
		parts := f.sequence(len(values), func(i int) part {
			s := f.elementOf(values[i], elem(i))
			if _, isStruct := under.(*types.Struct); !isStruct && strings.HasPrefix(s, "(") {
				// The interpreter takes a pointer that is followed in parentheses here
				// for a pointer's type.
				s = f.holdAs(s, elem(i))
			}
			if cut(i) && s != "nil" {
				s = "rt.Opaque(" + s + ")"
			}
			return part{s: s}
		})
		for i := range parts {
			list = append(list, keys[i]+parts[i].s)
		}
	}
	return raw + "{" + strings.Join(list, ", ") + "}"
}

// elementOf writes an element of a composite literal, whose type may be left out.
func (f *function) elementOf(x ast.Expr, t types.Type) string {
	if lit, ok := x.(*ast.CompositeLit); ok && lit.Type == nil {
		return f.composite(lit, t)
	}
	return f.value(x, t)
}
