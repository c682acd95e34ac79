package lang

import (
	"fmt"
	"go/types"
	"strings"
)

// dispatcher is the function that calls one method of whatever an interface holds.
// It is written last, when all boxed types are known.
type dispatcher struct {
	name    string
	method  string
	sig     *types.Signature
	written map[*typ]string // the case of each boxed type that has the method
}

// dispatcher returns the name of the function that calls the method.
func (l *lowerer) dispatcher(iface types.Type, name string) string {
	obj, _, _ := types.LookupFieldOrMethod(iface, false, l.main.pkg, name)
	fn, ok := obj.(*types.Func)
	if !ok {
		for m := range iface.Underlying().(*types.Interface).Methods() {
			if m.Name() == name {
				fn = m
			}
		}
	}
	sig := fn.Signature()
	key := name + l.signature(sig)
	d := l.dispatch[key]
	if d == nil {
		d = &dispatcher{name: l.fresh("call_" + name), method: name, sig: sig, written: map[*typ]string{}}
		l.dispatch[key] = d
		l.unfinished = append(l.unfinished, d)
	}
	return d.name
}

// complete adds to the dispatchers the cases of types that have been boxed since.
func (l *lowerer) complete() {
	for i := 0; i < len(l.unfinished); i++ {
		d := l.unfinished[i]
		for _, info := range l.descs {
			if !info.boxed || d.written[info] != "" {
				continue
			}
			m, ok := l.methodOf(info.Type, d.method)
			if !ok || l.signature(l.methodSignature(m)) != l.signature(d.sig) {
				continue
			}
			d.written[info] = l.methodFunc(info.Type, m)
		}
	}
}

// methodOf finds a method in the method set of a concrete type.
func (l *lowerer) methodOf(t types.Type, name string) (method, bool) {
	set := types.NewMethodSet(t)
	for sel := range set.Methods() {
		if sel.Obj().Name() == name {
			index := sel.Index()
			return method{obj: sel.Obj().(*types.Func), index: index[:len(index)-1]}, true
		}
	}
	return method{}, false
}

func (l *lowerer) methodSignature(m method) *types.Signature {
	return m.obj.Type().(*types.Signature)
}

// methodFunc returns a function that calls the method of its first parameter, of
// type t.
func (l *lowerer) methodFunc(t types.Type, m method) string {
	key := fmt.Sprintf("expr %s %p", m.obj.Name(), l.types.of(t))
	sig := l.methodSignature(m)
	params := []*types.Var{types.NewVar(0, nil, "", t)}
	for v := range sig.Params().Variables() {
		params = append(params, v)
	}
	full := types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), sig.Results(), sig.Variadic())
	return l.helper(key, "expr", func(name string) { l.wrapMethod(name, t, m, full) })
}

// methodsOf makes the methods of a boxed type known to rt, by which the standard
// library reaches them.
func (l *lowerer) methodsOf(info *typ) {
	set := types.NewMethodSet(info.Type)
	for sel := range set.Methods() {
		if !sel.Obj().Exported() {
			continue
		}
		if sel.Obj().Name() == "LogValue" {
			l.refuse(nil, "the instant engine does not show log/slog a type's own LogValue")
		}
		index := sel.Index()
		m := method{obj: sel.Obj().(*types.Func), index: index[:len(index)-1]}
		l.enqueue(func() {
			info.methods = append(info.methods, methodEntry{m.obj.Name(), l.methodFunc(info.Type, m)})
		})
	}
}

// methodEntry is a method as rt is told of it.
type methodEntry struct {
	name, function string
}

// dispatchers writes the dispatch functions.
func (l *lowerer) dispatchers() string {
	var b strings.Builder
	for _, d := range l.unfinished {
		f := l.newFunction(l.main, env{}, "")
		params, args := f.wrapperParams(d.sig)
		list := strings.TrimPrefix(params, "(")
		if list != ")" {
			list = ", " + list
		}
		fmt.Fprintf(&b, "func %s(x rt.Any%s%s {\n", d.name, list, f.resultTypes(d.sig))
		b.WriteString("switch rt.ID(x) {\n")
		for _, info := range l.descs {
			function := d.written[info]
			if function == "" {
				continue
			}
			fmt.Fprintf(&b, "case %d:\nvar v %s\nrt.Open(x, &v)\n", info.desc, l.raw(info.Type))
			b.WriteString(returning(d.sig, fmt.Sprintf("%s(%s)", function, strings.Join(append([]string{"v"}, args...), ", "))))
			if d.sig.Results().Len() == 0 {
				b.WriteString("\nreturn")
			}
			b.WriteString("\n")
		}
		b.WriteString("}\n")
		// What else has the method is compiled.
		var results, pointers []string
		for i := range d.sig.Results().Len() {
			r := fmt.Sprintf("r%d", i)
			fmt.Fprintf(&b, "var %s %s\n", r, l.raw(d.sig.Results().At(i).Type()))
			results = append(results, r)
			pointers = append(pointers, "&"+r)
		}
		var plainArgs []string
		for _, a := range args {
			plainArgs = append(plainArgs, strings.TrimSuffix(a, "..."))
		}
		all := append(append([]string{"x", fmt.Sprintf("%q", d.method), fmt.Sprint(len(results))}, pointers...), plainArgs...)
		fmt.Fprintf(&b, "rt.Call(%s)\n", strings.Join(all, ", "))
		if results != nil {
			fmt.Fprintf(&b, "return %s\n", strings.Join(results, ", "))
		}
		b.WriteString("}\n\n")
	}
	return b.String()
}
