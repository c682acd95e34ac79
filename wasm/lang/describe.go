package lang

import (
	"fmt"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// desc returns the number of a type's description, which rt gets before main runs.
func (l *lowerer) desc(t types.Type) int {
	info := l.types.of(t)
	if info.desc == 0 {
		l.descs = append(l.descs, info)
		info.desc = len(l.descs)
	}
	return info.desc
}

// description writes a type for rt.Describe: fields separated by tabs, the first
// four the same for all:
//
//	number kind flags name
//
// where name is the type as %T prints it. What follows depends on the kind.
//
//	native      nothing: the type is told by a value
//	interface   its methods, each with its signature
//	pointer, slice, chan   elem
//	array       elem length
//	map         elem key
//	struct      for each field: name, type, tag, flags (e embedded, x exported)
//	others      nothing
//
// A boxed type has a second line, of kind "methods", with those of its method set.
func (l *lowerer) description(info *typ) string {
	t := info.Type
	var flags string
	if named, ok := t.(*types.Named); ok && named.Obj().Pkg() != nil {
		flags += "n"
	}
	kind, rest := "", []string{}
	add := func(list ...string) { rest = append(rest, list...) }
	elem := func(t types.Type) { add(strconv.Itoa(l.desc(t))) }
	switch u := t.Underlying().(type) {
	case *types.Interface:
		kind = "interface"
		for m := range u.Methods() {
			add(m.Name() + l.shownSignature(m.Signature()))
		}
	case *types.Basic:
		kind = u.Name()
	case *types.Pointer:
		kind = "pointer"
		if !l.isNative(t) {
			elem(u.Elem())
		}
	case *types.Slice:
		kind = "slice"
		if !l.isNative(t) {
			elem(u.Elem())
		}
	case *types.Array:
		kind = "array"
		if !l.isNative(t) {
			elem(u.Elem())
			add(strconv.FormatInt(u.Len(), 10))
		}
	case *types.Map:
		kind = "map"
		if !l.isNative(t) {
			elem(u.Elem())
			elem(u.Key())
		}
	case *types.Chan:
		kind = "chan"
	case *types.Signature:
		kind = "func"
	case *types.Struct:
		kind = "struct"
		if !l.isNative(t) {
			for i := range u.NumFields() {
				f := u.Field(i)
				bits := ""
				if f.Embedded() {
					bits += "e"
				}
				if f.Exported() {
					bits += "x"
				}
				add(f.Name(), strconv.Itoa(l.desc(f.Type())), strconv.Quote(u.Tag(i)), bits)
			}
		}
	}
	if l.isNative(t) {
		if kind != "interface" {
			kind, rest = "native", nil
		}
	}
	if !types.Comparable(t) {
		flags += "u"
	}
	if isCompiledInterface(t) {
		flags += "c"
	}
	return strings.Join(append([]string{strconv.Itoa(info.desc), kind, "-" + flags, strconv.Quote(l.shownType(t))}, rest...), "\t")
}

func (l *lowerer) methodList(info *typ) string {
	if !info.boxed || isInterface(info.Type) {
		return ""
	}
	list := []string{strconv.Itoa(info.desc), "methods", "-", `""`}
	set := types.NewMethodSet(info.Type)
	for sel := range set.Methods() {
		m := sel.Obj().(*types.Func)
		list = append(list, m.Name()+l.shownSignature(m.Signature()))
	}
	return strings.Join(list, "\t")
}

// shownType is the type as fmt's %T prints it.
func (l *lowerer) shownType(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return types.Typ[t.Kind()].Name()
	case *types.Named:
		obj := t.Obj()
		if obj.Pkg() == nil {
			return obj.Name()
		}
		name := obj.Pkg().Name() + "." + obj.Name()
		if t.TypeArgs().Len() > 0 {
			var args []string
			for a := range t.TypeArgs().Types() {
				args = append(args, l.shownArg(a))
			}
			name += "[" + strings.Join(args, ",") + "]"
		}
		return name
	case *types.Pointer:
		return "*" + l.shownType(t.Elem())
	case *types.Slice:
		return "[]" + l.shownType(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), l.shownType(t.Elem()))
	case *types.Map:
		return "map[" + l.shownType(t.Key()) + "]" + l.shownType(t.Elem())
	case *types.Chan:
		elem := l.shownType(t.Elem())
		switch t.Dir() {
		case types.SendOnly:
			return "chan<- " + elem
		case types.RecvOnly:
			return "<-chan " + elem
		}
		if strings.HasPrefix(elem, "<-") {
			elem = "(" + elem + ")"
		}
		return "chan " + elem
	case *types.Signature:
		return "func" + l.shownSignature(t)
	case *types.Struct:
		var fields []string
		for i := range t.NumFields() {
			f := t.Field(i)
			s := f.Name() + " " + l.shownType(f.Type())
			if f.Embedded() {
				s = l.shownType(f.Type())
			}
			if tag := t.Tag(i); tag != "" {
				s += " " + strconv.Quote(tag)
			}
			fields = append(fields, s)
		}
		if fields == nil {
			return "struct {}"
		}
		return "struct { " + strings.Join(fields, "; ") + " }"
	case *types.Interface:
		if t.NumMethods() == 0 {
			return "interface {}"
		}
		var methods []string
		for m := range t.Methods() {
			methods = append(methods, m.Name()+l.shownSignature(m.Signature()))
		}
		slices.Sort(methods)
		return "interface { " + strings.Join(methods, "; ") + " }"
	}
	return t.String()
}

// shownArg is a type argument as %T prints it: with its package's whole path.
func (l *lowerer) shownArg(t types.Type) string {
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil {
		s := l.shownType(t)
		return named.Obj().Pkg().Path() + strings.TrimPrefix(s, named.Obj().Pkg().Name())
	}
	return l.shownType(t)
}

func (l *lowerer) shownSignature(sig *types.Signature) string {
	var params []string
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if sig.Variadic() && i == sig.Params().Len()-1 {
			params = append(params, "..."+l.shownType(t.(*types.Slice).Elem()))
			continue
		}
		params = append(params, l.shownType(t))
	}
	var results []string
	for v := range sig.Results().Variables() {
		results = append(results, l.shownType(v.Type()))
	}
	s := "(" + strings.Join(params, ", ") + ")"
	switch len(results) {
	case 0:
		return s
	case 1:
		return s + " " + results[0]
	}
	return s + " (" + strings.Join(results, ", ") + ")"
}

// describe writes the function that tells rt all about the types.
func (l *lowerer) describe() string {
	var b strings.Builder
	b.WriteString(l.dispatchers())
	b.WriteString("func describe() {\n")
	var lines []string
	for i := 0; i < len(l.descs); i++ {
		lines = append(lines, l.description(l.descs[i]))
		if methods := l.methodList(l.descs[i]); methods != "" {
			lines = append(lines, methods)
		}
	}
	fmt.Fprintf(&b, "rt.Describe(%s)\n", strconv.Quote(strings.Join(lines, "\n")))
	for _, info := range l.descs {
		raw := l.raw(info.Type)
		if info.opaque {
			raw = l.opaque[info]
		}
		if !isInterface(info.Type) || isCompiledInterface(info.Type) {
			fmt.Fprintf(&b, "rt.TypeIs(%d, (*%s)(nil))\n", info.desc, raw)
		}
		for _, m := range info.methods {
			fmt.Fprintf(&b, "rt.Method(%d, %q, rt.Func(%s))\n", info.desc, m.name, m.function)
		}
	}
	b.WriteString("}\n\n")
	return b.String()
}
