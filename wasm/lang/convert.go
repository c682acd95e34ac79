package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// convert writes what Go does when a value of one type is assigned to another: a
// value that becomes an interface's is boxed unless its type is native.
func (f *function) convert(s string, from, to types.Type) string {
	if s == "nil" || types.Identical(from, to) {
		return s
	}
	if !isInterface(to) {
		return f.rebuild(s, from, to)
	}
	if isInterface(from) {
		switch {
		case isCompiledInterface(to):
			return fmt.Sprintf("%s(%s)", f.castHelper(to), s)
		case isCompiledInterface(from) && !isError(from):
			return fmt.Sprintf("rt.Unwrap(%s)", s)
		}
		return s
	}
	return f.box(s, from, to)
}

// rebuild assigns between types that are not interfaces: their raw types are equal
// or the interpreter converts them, but for opaque types.
func (f *function) rebuild(s string, from, to types.Type) string {
	fromOpaque, toOpaque := f.isOpaque(from), f.isOpaque(to)
	switch {
	case fromOpaque && !toOpaque:
		return f.open(s, from)
	case toOpaque && !fromOpaque:
		return fmt.Sprintf("rt.Opaque(%s)", s)
	}
	return s
}

func (l *lowerer) isOpaque(t types.Type) bool {
	l.raw(t)
	return l.types.of(t).opaque
}

// open takes the value out of an opaque type.
func (f *function) open(s string, t types.Type) string {
	return f.openRaw(s, f.opaque[f.types.of(t)])
}

// openRaw takes a value of the raw type out of an rt.Any.
func (f *function) openRaw(s, raw string) string {
	helper := f.helper("open "+raw, "open", func(name string) {
		f.write("func %s(x rt.Any) %s {\nvar v %s\nrt.Open(x, &v)\nreturn v\n}\n\n", name, raw, raw)
	})
	return fmt.Sprintf("%s(%s)", helper, s)
}

// helper writes a top-level function once.
func (l *lowerer) helper(key, base string, write func(name string)) string {
	if name, ok := l.helpers[key]; ok {
		return name
	}
	name := l.fresh(base)
	l.helpers[key] = name
	write(name)
	return name
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// box puts a value that is no interface into one.
func (f *function) box(s string, from, to types.Type) string {
	if tuple, ok := from.(*types.Basic); ok && tuple.Info()&types.IsUntyped != 0 {
		from = types.Default(from)
	}
	if f.isNative(from) {
		if isCompiledInterface(to) {
			return s
		}
		if _, isFunc := from.Underlying().(*types.Signature); isFunc {
			return fmt.Sprintf("rt.Func(%s)", s)
		}
		return fmt.Sprintf("rt.Value(%s)", s)
	}
	d := f.boxed(from)
	switch {
	case isError(to):
		return fmt.Sprintf("rt.BoxError(%d, %s)", d, s)
	case isCompiledInterface(to):
		return fmt.Sprintf("%s(rt.Box(%d, %s))", f.castHelper(to), d, s)
	}
	return fmt.Sprintf("rt.Box(%d, %s)", d, s)
}

// boxed returns the description of a type whose values are put into interfaces.
func (l *lowerer) boxed(t types.Type) int {
	d := l.desc(t)
	info := l.types.of(t)
	if !info.boxed {
		info.boxed = true
		l.methodsOf(info)
		l.boxedParts(info.Type)
		if l.writtenByPointer(info.Type) {
			l.boxed(types.NewPointer(info.Type))
		}
	}
	return d
}

// writtenByPointer reports whether only a pointer to the type has methods by which
// JSON is written: where there is a pointer, those count.
func (l *lowerer) writtenByPointer(t types.Type) bool {
	if _, ok := t.(*types.Named); !ok {
		return false
	}
	by, direct := types.NewMethodSet(types.NewPointer(t)), types.NewMethodSet(t)
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		if by.Lookup(l.main.pkg, name) != nil && direct.Lookup(l.main.pkg, name) == nil {
			return true
		}
	}
	return false
}

// boxedParts does for what a boxed value is made of what boxed does for the value:
// who prints the value prints them, by their methods.
func (l *lowerer) boxedParts(t types.Type) {
	part := func(t types.Type) {
		if !isInterface(t) && !l.isNative(t) {
			l.boxed(t)
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		part(u.Elem())
	case *types.Slice:
		part(u.Elem())
	case *types.Array:
		part(u.Elem())
	case *types.Map:
		part(u.Key())
		part(u.Elem())
	case *types.Struct:
		for i := range u.NumFields() {
			part(u.Field(i).Type())
		}
	}
}

// castHelper returns the function that makes a value of a compiled interface from any other interface's.
func (l *lowerer) castHelper(to types.Type) string {
	raw := l.raw(to)
	return l.helper("cast "+raw, "cast", func(name string) {
		l.write("func %s(x rt.Any) %s {\nvar v %s\nrt.Cast(x, &v)\nreturn v\n}\n\n", name, raw, raw)
	})
}

// conversion writes T(x).
func (f *function) conversion(x *ast.CallExpr) string {
	to := f.typeOf(x.Fun)
	arg := x.Args[0]
	tv := f.unit.info.Types[arg]
	if tv.IsNil() {
		if isCompiledInterface(to) {
			return f.castHelper(to) + "(rt.Nil())"
		}
		if f.isOpaque(to) || isInterface(to) {
			return "rt.Nil()"
		}
		return fmt.Sprintf("(%s)(nil)", f.raw(to))
	}
	from := f.typeOf(arg)
	if isInterface(to) {
		return f.value(arg, to)
	}
	if tv.Value != nil {
		if b, ok := to.Underlying().(*types.Basic); ok && convertibleConstant(from, b) {
			return f.constant(tv.Value, from, to)
		}
		from = types.Default(from)
	}
	s := f.value(arg, from)
	rawFrom, rawTo := f.raw(from), f.raw(to)
	if rawFrom == rawTo {
		return s
	}
	if f.isOpaque(from) || f.isOpaque(to) {
		return f.rebuild(s, from, to)
	}
	if slice, ok := from.Underlying().(*types.Slice); ok {
		switch to := to.Underlying().(type) {
		case *types.Array:
			s = f.held(s)
			f.emit("rt.ToArray(len(%s), %d, %d)", s, to.Len(), f.site(x))
			v := f.temp()
			f.emit("var %s %s", v, rawTo)
			f.emit("copy(%s[:], %s)", v, s)
			return v
		case *types.Pointer:
			f.refuse(x, "the instant engine can't convert a slice of %s to a pointer to an array", slice.Elem())
		}
	}
	if strings.ContainsAny(rawTo[:1], "*<fc") && !isName(rawTo) {
		// The interpreter gets lost in a condition that has a type in parentheses.
		return f.hold(fmt.Sprintf("(%s)(%s)", rawTo, s))
	}
	return fmt.Sprintf("%s(%s)", rawTo, s)
}

// isName reports whether a raw type is one word.
func isName(raw string) bool { return !strings.ContainsAny(raw, "* <([") }

// convertibleConstant reports whether the constant can be written in the type at
// once: an integer that becomes a string cannot.
func convertibleConstant(from types.Type, to *types.Basic) bool {
	b, ok := from.Underlying().(*types.Basic)
	return ok && !(to.Info()&types.IsString != 0 && b.Info()&types.IsString == 0)
}
