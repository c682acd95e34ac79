package lang

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// special plans a call of a compiled function that must be told more than it asks
// for, or that must not be called at all. It returns nil for all others.
func (f *function) special(x *ast.CallExpr, sig *types.Signature) *callPlan {
	fn := f.instantiated(unindex(x.Fun))
	if fn == nil {
		return nil
	}
	obj := f.object(fn).(*types.Func)
	if obj.Pkg() == nil || obj.Pkg().Path() == "main" {
		return nil
	}
	name := obj.FullName()
	if reason := refusedCall(name); reason != "" {
		f.refuse(x, "%s", reason)
	}
	site := f.site(x)
	switch name {
	case "os.Exit":
		return f.planArgs(x, sig, nil, func([]string) string { return "rt.Exit" })
	case "errors.As":
		return f.errorsAs(x)
	case "sort.Slice", "sort.SliceStable", "sort.SliceIsSorted":
		return f.sortSlice(x, sig, obj)
	case "(*sync.WaitGroup).Go":
		sel := ast.Unparen(x.Fun).(*ast.SelectorExpr)
		shown := f.shownFunc(x.Args[0])
		return f.around2(x, sel, sig, func(p []string) string {
			return fmt.Sprintf("rt.WaitGroupGo(%s, %q, %q, %d, %s)", p[0], shown, f.shown, site, p[1])
		})
	case "(*sync.WaitGroup).Wait", "(*sync.Mutex).Lock", "(*sync.RWMutex).Lock", "(*sync.RWMutex).RLock", "(*sync.Cond).Wait":
		sel := ast.Unparen(x.Fun).(*ast.SelectorExpr)
		helper := "rt." + strings.NewReplacer("(*sync.", "", ")", "", ".", "").Replace(name)
		return f.around2(x, sel, sig, func(p []string) string {
			return fmt.Sprintf("%s(%s, %d)", helper, p[0], site)
		})
	case "time.Sleep":
		plan := f.planArgs(x, sig, nil, func([]string) string { return "" })
		plan.text = func(p []string) string { return fmt.Sprintf("rt.Sleep(%s, %d)", p[0], site) }
		return plan
	case "time.AfterFunc", "context.AfterFunc":
		shown := f.shownFunc(x.Args[1])
		head := f.compiledFunction(fn, obj)
		plan := f.planArgs(x, sig, nil, func([]string) string { return head })
		inner := plan.text
		plan.text = func(p []string) string {
			return inner([]string{p[0], fmt.Sprintf("rt.Goroutine(%q, %q, %d, %s)", shown, "", site, p[1])})
		}
		return plan
	case "(*golang.org/x/sync/errgroup.Group).Go", "(*golang.org/x/sync/errgroup.Group).TryGo":
		sel := ast.Unparen(x.Fun).(*ast.SelectorExpr)
		shown := f.shownFunc(x.Args[0])
		return f.around2(x, sel, sig, func(p []string) string {
			return fmt.Sprintf("(%s).%s(rt.GoroutineErr(%q, %q, %d, %s))", p[0], obj.Name(), shown, f.shown, site, p[1])
		})
	case "encoding/json.Marshal":
		return f.planArgs(x, sig, nil, func([]string) string { return "rt.MarshalJSON" })
	case "encoding/json.MarshalIndent":
		return f.planArgs(x, sig, nil, func([]string) string { return "rt.MarshalIndentJSON" })
	case "(*encoding/json.Encoder).Encode":
		sel := ast.Unparen(x.Fun).(*ast.SelectorExpr)
		return f.around2(x, sel, sig, func(p []string) string {
			return fmt.Sprintf("rt.EncodeJSON(%s, %s)", p[0], p[1])
		})
	case "encoding/json.Unmarshal", "(*encoding/json.Decoder).Decode":
		return f.unmarshal(x, sig, obj)
	case "runtime.NumGoroutine":
		return &callPlan{text: func([]string) string { return "rt.NumGoroutine()" }}
	}
	if isPrintf(name) {
		return f.printf(x, sig, fn, obj)
	}
	if strings.HasPrefix(name, "fmt.") && strings.Contains(name, "scan") || strings.HasPrefix(name, "fmt.Scan") {
		return f.scan(x, sig, obj)
	}
	if isPrint(name) {
		return f.operands(x, sig, obj, "rt.Operands")
	}
	if strings.Contains(name, "log/slog.") && sig.Variadic() && f.raw(sig.Params().At(sig.Params().Len()-1).Type()) == "[]rt.Any" {
		return f.operands(x, sig, obj, "rt.LogOperands")
	}
	if name == "log/slog.Any" {
		plan := f.planArgs(x, sig, nil, func([]string) string { return f.native1(obj) })
		plan.text = func(p []string) string {
			return fmt.Sprintf("%s(%s, rt.LogOperands(%s)[0])", f.native1(obj), p[0], p[1])
		}
		return plan
	}
	return nil
}

// around2 plans a call of rt in place of a method.
func (f *function) around2(x *ast.CallExpr, sel *ast.SelectorExpr, sig *types.Signature, text func(p []string) string) *callPlan {
	t := f.typeOf(sel.X)
	m, _ := f.lookup(t, f.object(sel.Sel))
	recv := f.receiverType(t, m)
	raw := "*" + f.raw(deref(recv))
	plan := f.planArgs(x, sig, func() part { return part{f.receiver(sel.X, t, m), raw} }, func([]string) string { return "" })
	plan.text = text
	return plan
}

// shownFunc is what traces call a function that is passed to something that runs it.
func (f *function) shownFunc(x ast.Expr) string {
	if _, ok := ast.Unparen(x).(*ast.FuncLit); ok {
		return fmt.Sprintf("%s.func%d", f.shown, *f.lits+1)
	}
	if fn := f.instantiated(unindex(x)); fn != nil {
		obj := f.object(fn).(*types.Func)
		if recv := obj.Signature().Recv(); recv != nil {
			_, name := methodNames(obj, recv.Type())
			return name + "-fm"
		}
		return obj.Pkg().Path() + "." + obj.Name()
	}
	return f.shown + ".func"
}

// isPrintf reports whether the function takes a format and values.
func isPrintf(name string) bool {
	switch name {
	case "fmt.Printf", "fmt.Sprintf", "fmt.Fprintf", "fmt.Errorf", "fmt.Appendf",
		"log.Printf", "log.Fatalf", "log.Panicf",
		"(*log.Logger).Printf", "(*log.Logger).Fatalf", "(*log.Logger).Panicf":
		return true
	}
	return false
}

// scan passes pointers themselves, not boxes of them: fmt is to store in them.
func (f *function) scan(x *ast.CallExpr, sig *types.Signature, obj *types.Func) *callPlan {
	fixed := sig.Params().Len() - 1
	plan := &callPlan{results: sig.Results()}
	if x.Ellipsis.IsValid() {
		return nil
	}
	if _, ok := f.tupleArg(x); ok {
		return nil
	}
	plan.parts = f.sequence(len(x.Args), func(i int) part {
		if i < fixed {
			t := sig.Params().At(i).Type()
			return part{f.value(x.Args[i], t), f.raw(t)}
		}
		t := f.typeOf(x.Args[i])
		if types.NewMethodSet(t).Lookup(f.main.pkg, "Scan") != nil {
			f.refuse(x, "the instant engine can't scan into a type with its own Scan method")
		}
		if !f.isNative(t) {
			p, ok := t.Underlying().(*types.Pointer)
			if _, basic := p.Elem().Underlying().(*types.Basic); !ok || !basic {
				f.refuse(x, "the instant engine can't scan into a %s", f.shownType(t))
			}
			return part{fmt.Sprintf("rt.Value(%s)", f.expr(x.Args[i])), "rt.Any"}
		}
		return part{f.value(x.Args[i], anyType), "rt.Any"}
	})
	name := f.native1(obj)
	plan.text = func(p []string) string { return name + "(" + strings.Join(p, ", ") + ")" }
	return plan
}

// isPrint reports whether the function puts spaces between operands that are no strings.
func isPrint(name string) bool {
	switch name {
	case "fmt.Print", "fmt.Sprint", "fmt.Fprint", "fmt.Append",
		"log.Print", "log.Fatal", "log.Panic",
		"(*log.Logger).Print", "(*log.Logger).Fatal", "(*log.Logger).Panic":
		return true
	}
	return false
}

// operands lets a function of rt see the operands first: fmt.Print asks for an
// operand's kind, and log/slog whether it writes itself as JSON.
func (f *function) operands(x *ast.CallExpr, sig *types.Signature, obj *types.Func, by string) *callPlan {
	plain := true
	for _, arg := range x.Args {
		if t := f.typeOf(arg); !f.isNative(t) || isInterface(t) {
			plain = false
		}
	}
	if plain || x.Ellipsis.IsValid() || len(x.Args) < sig.Params().Len() {
		return nil
	}
	var first func() part
	skip := 0
	head := func([]string) string { return f.native1(obj) }
	if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && f.unit.info.Selections[sel] != nil {
		t := f.typeOf(sel.X)
		m, _ := f.lookup(t, obj)
		skip = 1
		first = func() part { return part{f.receiver(sel.X, t, m), f.raw(t)} }
		head = func(p []string) string { return "(" + p[0] + ")." + obj.Name() }
	}
	plan := f.planArgs(x, sig, first, head)
	at := skip + sig.Params().Len() - 1
	plan.text = func(p []string) string {
		return head(p[:skip]) + "(" + strings.Join(append(append([]string(nil), p[skip:at]...), by+"("+strings.Join(p[at:], ", ")+")..."), ", ") + ")"
	}
	return plan
}

// printf lets rt look at the format first: fmt answers %T and %p without asking the value.
func (f *function) printf(x *ast.CallExpr, sig *types.Signature, fn *ast.Ident, obj *types.Func) *callPlan {
	at := sig.Params().Len() - 2
	if _, ok := f.tupleArg(x); ok || at >= len(x.Args) {
		return nil
	}
	if v := f.unit.info.Types[x.Args[at]].Value; v != nil && v.Kind() == constant.String {
		if s := constant.StringVal(v); !strings.Contains(s, "T") && !strings.Contains(s, "p") {
			return nil
		}
	}
	var first func() part
	head := func([]string) string { return f.compiledFunction(fn, obj) }
	skip := 0
	if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && f.unit.info.Selections[sel] != nil {
		t := f.typeOf(sel.X)
		m, _ := f.lookup(t, obj)
		skip = 1
		first = func() part { return part{f.receiver(sel.X, t, m), f.raw(t)} }
		head = func(p []string) string { return "(" + p[0] + ")." + obj.Name() }
	}
	plan := f.planArgs(x, sig, first, head)
	format := skip + at
	values := make([]string, 0)
	for _, p := range plan.parts[format:] {
		values = append(values, p.s)
	}
	spread := ""
	if x.Ellipsis.IsValid() {
		spread = "..."
	}
	newFormat, newArgs := f.temp(), f.temp()
	f.emit("%s, %s := rt.Format(%s%s)", newFormat, newArgs, strings.Join(values, ", "), spread)
	plan.parts = append(plan.parts[:format], part{newFormat, "string"}, part{newArgs, "[]rt.Any"})
	plan.text = func(p []string) string {
		return head(p[:skip]) + "(" + strings.Join(p[skip:], ", ") + "...)"
	}
	return plan
}

// sortSlice passes the slice itself, not a box of it: reflection is to swap its elements.
func (f *function) sortSlice(x *ast.CallExpr, sig *types.Signature, obj *types.Func) *callPlan {
	t := f.typeOf(x.Args[0])
	if isInterface(t) {
		f.refuse(x, "the instant engine can't sort a slice that an interface holds")
	}
	less := sig.Params().At(1).Type()
	parts := f.sequence(2, func(i int) part {
		if i == 0 {
			return part{f.expr(x.Args[0]), f.raw(t)}
		}
		return part{f.value(x.Args[1], less), f.raw(less)}
	})
	name := f.native1(obj)
	return &callPlan{parts: parts, results: sig.Results(), text: func(p []string) string {
		return fmt.Sprintf("%s(%s, %s)", name, p[0], p[1])
	}}
}

// errorsAs lets rt walk the chain, as only it knows the program's own types.
func (f *function) errorsAs(x *ast.CallExpr) *callPlan {
	target := f.typeOf(x.Args[1])
	p, ok := target.Underlying().(*types.Pointer)
	if !ok {
		f.refuse(x, "the instant engine needs to see the type of the second argument of errors.As")
	}
	parts := f.sequence(2, func(i int) part {
		if i == 0 {
			e := types.Universe.Lookup("error").Type()
			return part{f.value(x.Args[0], e), "rt.Error"}
		}
		return part{f.expr(x.Args[1]), f.raw(target)}
	})
	elem, pointer := f.desc(p.Elem()), f.desc(target)
	return &callPlan{parts: parts, text: func(p []string) string {
		return fmt.Sprintf("rt.As(%s, %s, %d, %d)", p[0], p[1], elem, pointer)
	}}
}

// compiledFunction names a compiled function as a value.
func (f *function) compiledFunction(id *ast.Ident, obj *types.Func) string {
	if obj.Signature().TypeParams().Len() > 0 {
		f.refuse(id, "the instant engine does not have %s", obj.FullName())
	}
	return f.native1(obj)
}

// refusedCall says why a compiled function can't be called.
func refusedCall(name string) string {
	pkg := name[:strings.LastIndex(name, ".")]
	pkg = strings.TrimPrefix(strings.TrimPrefix(pkg, "("), "*")
	switch {
	case strings.HasPrefix(pkg, "reflect"), strings.HasPrefix(pkg, "unsafe"):
		return "the instant engine does not show package reflect the program's own types"
	case strings.HasPrefix(name, "runtime.Caller"), strings.HasPrefix(name, "runtime.FuncForPC"), name == "runtime.Stack", strings.HasPrefix(name, "runtime/debug."):
		return "the instant engine has no stack of the program to show: " + name
	}
	return ""
}
