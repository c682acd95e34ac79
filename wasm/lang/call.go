package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// callPlan is a call that is ready to be written: what it needs, in the order of
// evaluation, and how the call is made of that.
type callPlan struct {
	parts       []part
	text        func(parts []string) string
	results     *types.Tuple
	mayRecover  bool // the function called may call recover itself
	onInterface bool // the first part is an interface whose method is called
}

// callExpr writes a call that is used as a value.
func (f *function) callExpr(x *ast.CallExpr) string {
	if f.unit.info.Types[x.Fun].IsType() {
		return f.conversion(x)
	}
	if name := f.builtin(x); name != "" {
		return f.builtinCall(name, x)
	}
	plan := f.prepare(x)
	values := make([]string, len(plan.parts))
	for i, p := range plan.parts {
		values[i] = p.s
	}
	if site := f.told(x); site != 0 {
		return f.tell(x, site, plan, values)
	}
	if text := plan.text(values); !f.inFront || plan.results == nil || plan.results.Len() != 1 {
		return text
	} else {
		return f.holdAs(text, f.env.subst(plan.results.At(0).Type()))
	}
}

// builtin returns the name of the builtin function that is called, if one is.
func (f *function) builtin(x *ast.CallExpr) string {
	if id, ok := ast.Unparen(x.Fun).(*ast.Ident); ok {
		if b, ok := f.object(id).(*types.Builtin); ok {
			return b.Name()
		}
	}
	return ""
}

// prepare plans a call of anything but a builtin or type.
func (f *function) prepare(x *ast.CallExpr) *callPlan {
	sig := f.typeOf(x.Fun).Underlying().(*types.Signature)
	if plan := f.special(x, sig); plan != nil {
		plan.results = sig.Results()
		return plan
	}
	if fn := f.instantiated(ast.Unparen(unindex(x.Fun))); fn != nil {
		obj := f.object(fn).(*types.Func)
		if obj.Signature().Recv() == nil {
			name := f.functionName(fn, obj)
			plan := f.planArgs(x, sig, nil, func([]string) string { return name })
			if d := f.decls[declKey(obj)]; d != nil && d.decl.Body != nil {
				plan.mayRecover = f.recoversIn(d)
			}
			return plan
		}
	}
	if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok {
		if s := f.unit.info.Selections[sel]; s != nil && s.Kind() == types.MethodVal {
			return f.methodCall(x, sel, sig)
		}
	}
	// A function value.
	t := f.typeOf(x.Fun)
	fun := func() part {
		s := f.expr(x.Fun)
		if f.isOpaque(t) {
			s = f.open(s, t)
		}
		return part{s, f.raw(sig)}
	}
	plan := f.planArgs(x, sig, fun, func(p []string) string { return p[0] })
	plan.mayRecover = true
	return plan
}

// recoversIn reports whether a declared function calls recover itself.
func (f *function) recoversIn(d *declaration) bool {
	g := f.newFunction(d.unit, env{}, "")
	return g.recovers(d.decl.Body)
}

// unindex strips explicit type arguments.
func unindex(x ast.Expr) ast.Expr {
	switch x := ast.Unparen(x).(type) {
	case *ast.IndexExpr:
		return x.X
	case *ast.IndexListExpr:
		return x.X
	}
	return x
}

// planArgs plans a call of what head writes from first, the part before the arguments.
func (f *function) planArgs(x *ast.CallExpr, sig *types.Signature, first func() part, head func(parts []string) string) *callPlan {
	params := sig.Params()
	n, skip := len(x.Args), 0
	if first != nil {
		skip = 1
	}
	plan := &callPlan{results: sig.Results()}
	if tuple, ok := f.tupleArg(x); ok {
		// f(g()): g's results are the arguments.
		plan.parts = f.sequence(skip, func(int) part { return first() })
		for i := range plan.parts {
			plan.parts[i].s = f.held(plan.parts[i].s)
		}
		names := make([]string, tuple.Len())
		for i := range names {
			names[i] = f.temp()
		}
		f.emit("%s := %s", strings.Join(names, ", "), f.expr(x.Args[0]))
		for i, name := range names {
			t := paramType(sig, i)
			plan.parts = append(plan.parts, part{f.convert(name, tuple.At(i).Type(), t), f.raw(t)})
		}
	} else {
		plan.parts = f.sequence(skip+n, func(i int) part {
			if i < skip {
				return first()
			}
			i -= skip
			t := paramType(sig, i)
			if x.Ellipsis.IsValid() && i == n-1 {
				t = params.At(params.Len() - 1).Type()
			}
			return part{f.value(x.Args[i], t), f.raw(t)}
		})
	}
	plan.text = func(p []string) string {
		args := strings.Join(p[skip:], ", ")
		if x.Ellipsis.IsValid() {
			args += "..."
		}
		return head(p[:skip]) + "(" + args + ")"
	}
	return plan
}

// tupleArg returns the results of the call that is the only argument, if they are several.
func (f *function) tupleArg(x *ast.CallExpr) (*types.Tuple, bool) {
	if len(x.Args) != 1 {
		return nil, false
	}
	tuple, ok := f.typeOf(x.Args[0]).(*types.Tuple)
	return tuple, ok && tuple.Len() > 1
}

// paramType returns the type that the i-th argument is assigned to.
func paramType(sig *types.Signature, i int) types.Type {
	last := sig.Params().Len() - 1
	if sig.Variadic() && i >= last {
		t := sig.Params().At(last).Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			return s.Elem()
		}
		return t // append([]byte, string...)
	}
	return sig.Params().At(i).Type()
}

// method is what a selector finds on a concrete type or interface.
type method struct {
	obj   *types.Func
	index []int      // of embedded fields on the way
	recv  types.Type // what has the method: the type itself or an embedded field's
}

func (f *function) lookup(t types.Type, obj types.Object) (m method, holder func(from place) place) {
	found, index, _ := types.LookupFieldOrMethod(t, true, obj.Pkg(), obj.Name())
	fn, ok := found.(*types.Func)
	if !ok {
		f.refuse(nil, "the instant engine does not find the method %s of %s", obj.Name(), t)
	}
	m = method{obj: fn, index: index[:len(index)-1]}
	return m, func(from place) place { return f.walkPath(from, m.index) }
}

// methodCall plans x.M(...).
func (f *function) methodCall(x *ast.CallExpr, sel *ast.SelectorExpr, sig *types.Signature) *callPlan {
	t := f.typeOf(sel.X)
	m, _ := f.lookup(t, f.object(sel.Sel))
	sig = f.concrete(m, t, sig)
	recv := f.receiverType(t, m)
	if isInterface(recv) && !isCompiledInterface(recv) {
		name := f.dispatcher(recv, m.obj.Name())
		plan := f.planReceiver(x, sig, func() part {
			return part{f.receiver(sel.X, t, m), "rt.Any"}
		}, func(r string) string { return name + "(" + r })
		plan.onInterface, plan.mayRecover = true, true
		return plan
	}
	if isInterface(recv) {
		raw := f.raw(recv)
		plan := f.planArgs(x, sig, func() part {
			return part{f.receiver(sel.X, t, m), raw}
		}, func(p []string) string { return p[0] + "." + m.obj.Name() })
		plan.onInterface = true
		return plan
	}
	name, pointer, own := f.methodName(recv, m)
	raw := f.raw(deref(recv))
	if pointer {
		raw = "*" + raw
	}
	if !own {
		return f.planArgs(x, sig, func() part {
			s := f.receiver(sel.X, t, m)
			if strings.HasPrefix(s, "&") || strings.HasPrefix(s, "*") {
				s = "(" + s + ")"
			}
			return part{s, raw}
		}, func(p []string) string { return p[0] + "." + m.obj.Name() })
	}
	plan := f.planReceiver(x, sig, func() part {
		return part{f.receiver(sel.X, t, m), raw}
	}, func(r string) string { return name + "(" + r })
	if d := f.decls[declKey(m.obj)]; d != nil && d.decl.Body != nil {
		plan.mayRecover = f.recoversIn(d)
	}
	return plan
}

// concrete returns the method's signature with the receiver's type arguments.
func (f *function) concrete(m method, t types.Type, sig *types.Signature) *types.Signature {
	if s, ok := f.env.subst(m.obj.Type()).(*types.Signature); ok {
		return s
	}
	return sig
}

// planReceiver plans a call whose receiver is the first argument.
func (f *function) planReceiver(x *ast.CallExpr, sig *types.Signature, recv func() part, open func(r string) string) *callPlan {
	plan := f.planArgs(x, sig, recv, func([]string) string { return "" })
	inner := plan.text
	plan.text = func(p []string) string {
		args := strings.TrimPrefix(inner(p), "(") // ends in ")"
		if args != ")" {
			args = ", " + args
		}
		return open(p[0]) + args
	}
	return plan
}

// receiverType returns the type of the value whose method it is: t, or an embedded
// field's type.
func (f *function) receiverType(t types.Type, m method) types.Type {
	return f.walkPath(place{"", t}, m.index).t
}

// receiver writes the receiver as the method wants it: a value or a pointer.
func (f *function) receiver(x ast.Expr, t types.Type, m method) string {
	recv := f.receiverType(t, m)
	if isInterface(recv) {
		if len(m.index) == 0 {
			return f.expr(x)
		}
		return f.walkPath(place{f.base(x), t}, m.index).s
	}
	_, wantsPointer := m.obj.Signature().Recv().Type().(*types.Pointer)
	_, isPointer := recv.Underlying().(*types.Pointer)
	if len(m.index) == 0 {
		switch {
		case wantsPointer && !isPointer:
			return f.address(x)
		case !wantsPointer && isPointer:
			return "(*" + f.notNil(x, f.held(f.expr(x))) + ")"
		}
		return f.expr(x)
	}
	base := f.base(x)
	if _, isPointer := t.Underlying().(*types.Pointer); isPointer {
		base = f.notNil(x, f.held(base))
	}
	s := f.walkPath(place{base, t}, m.index).s
	switch {
	case wantsPointer && !isPointer:
		return "&" + s
	case !wantsPointer && isPointer:
		return "(*" + f.notNil(x, f.held(s)) + ")"
	}
	return s
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// methodName names the function that a concrete type's method has become; own is
// false for a compiled one.
func (l *lowerer) methodName(recv types.Type, m method) (name string, pointer, own bool) {
	_, pointer = m.obj.Signature().Recv().Type().(*types.Pointer)
	named, ok := types.Unalias(deref(recv)).(*types.Named)
	if !ok || !isOwn(named) {
		return "", pointer, false
	}
	var args []types.Type
	for t := range named.TypeArgs().Types() {
		args = append(args, t)
	}
	return l.instance(m.obj, args), pointer, true
}

// methodValue writes x.M, which holds its receiver from now on.
func (f *function) methodValue(x *ast.SelectorExpr) string {
	t := f.typeOf(x.X)
	m, _ := f.lookup(t, f.object(x.Sel))
	sig := f.typeOf(x).Underlying().(*types.Signature)
	recv := f.receiverType(t, m)
	r := f.receiver(x.X, t, m)
	raw := f.raw(recv)
	if !isInterface(recv) {
		_, pointer := m.obj.Signature().Recv().Type().(*types.Pointer)
		raw = f.raw(deref(recv))
		if pointer {
			raw = "*" + raw
		}
	} else {
		r = f.hold(r)
		f.emit("if %s == nil { rt.NilDereference(%d) }", r, f.site(x))
	}
	call := f.methodText(recv, m)
	key := fmt.Sprintf("bound %s %s %p", raw, m.obj.Name(), f.types.of(recv))
	name := f.helper(key, "bound", func(name string) {
		params, args := f.wrapperParams(sig)
		f.write("func %s(recv %s) func%s {\nreturn func%s {\n%s\n}\n}\n\n", name, raw,
			params+f.resultTypes(sig), params+f.resultTypes(sig), returning(sig, call("recv", args)))
	})
	return fmt.Sprintf("%s(%s)", name, r)
}

// methodExpr writes T.M, a function whose first parameter is the receiver.
func (f *function) methodExpr(x *ast.SelectorExpr) string {
	t := f.typeOf(x.X)
	m, _ := f.lookup(t, f.object(x.Sel))
	sig := f.typeOf(x).Underlying().(*types.Signature)
	key := fmt.Sprintf("expr %s %p", m.obj.Name(), f.types.of(t))
	name := f.helper(key, "expr", func(name string) {
		f.wrapMethod(name, t, m, sig)
	})
	return f.helper("value "+name, "value", func(maker string) {
		params, list := f.wrapperParams(sig)
		header := params + f.resultTypes(sig)
		f.write("func %s() func%s {\nreturn func%s {\n%s\n}\n}\n\n", maker, header, header,
			returning(sig, name+"("+strings.Join(list, ", ")+")"))
	}) + "()"
}

// wrapMethod writes a function that calls the method of its first parameter, of type t.
func (l *lowerer) wrapMethod(name string, t types.Type, m method, sig *types.Signature) {
	f := l.newFunction(l.main, env{}, "")
	params, args := f.wrapperParams(sig)
	recv := args[0]
	at := f.walkPath(place{recv, t}, m.index)
	s := at.s
	check := ""
	if !isInterface(at.t) {
		_, wantsPointer := m.obj.Signature().Recv().Type().(*types.Pointer)
		_, isPointer := at.t.Underlying().(*types.Pointer)
		switch {
		case wantsPointer && !isPointer:
			s = "&" + s
		case !wantsPointer && isPointer:
			if len(m.index) == 0 {
				_, shown := methodNames(m.obj, deref(at.t))
				check = fmt.Sprintf("rt.PanicWrap(%s == nil, %q)\n", s, shown+" "+l.shownName(at.t))
			}
			s = "(*" + s + ")"
		}
	}
	l.write("func %s%s {\n%s%s\n}\n\n", name, params+f.resultTypes(sig), check, returning(sig, f.methodText(at.t, m)(s, args[1:])))
}

// shownName is a pointer's type without its package.
func (l *lowerer) shownName(t types.Type) string {
	if named, ok := types.Unalias(deref(t)).(*types.Named); ok {
		return "*" + named.Obj().Name()
	}
	return "pointer"
}

// methodText returns how the method of a receiver that is as wanted is called.
func (f *function) methodText(recv types.Type, m method) func(recv string, args []string) string {
	if isInterface(recv) && !isCompiledInterface(recv) {
		name := f.dispatcher(recv, m.obj.Name())
		return func(r string, args []string) string {
			return name + "(" + strings.Join(append([]string{r}, args...), ", ") + ")"
		}
	}
	if !isInterface(recv) {
		if name, _, own := f.methodName(recv, m); own {
			return func(r string, args []string) string {
				return name + "(" + strings.Join(append([]string{r}, args...), ", ") + ")"
			}
		}
	}
	return func(r string, args []string) string {
		if strings.HasPrefix(r, "&") {
			r = "(" + r + ")"
		}
		return r + "." + m.obj.Name() + "(" + strings.Join(args, ", ") + ")"
	}
}

// wrapperParams writes the parameters of a function that passes them on, and the arguments for that.
func (f *function) wrapperParams(sig *types.Signature) (params string, args []string) {
	var names []string
	for i := range sig.Params().Len() {
		names = append(names, fmt.Sprintf("a%d", i))
		arg := names[i]
		if sig.Variadic() && i == sig.Params().Len()-1 {
			arg += "..."
		}
		args = append(args, arg)
	}
	if names == nil {
		names = []string{}
	}
	return f.params(sig, names), args
}

func returning(sig *types.Signature, call string) string {
	if sig.Results().Len() == 0 {
		return call
	}
	return "return " + call
}
