package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// typ is what the translation knows of one Go type: identical types share one.
type typ struct {
	types.Type
	raw     string // the type in core Go; empty until it is asked for
	pending bool   // raw is being worked out: to meet it again is a cycle
	opaque  bool   // a cycle without a struct in it: raw is rt.Any, holding the value
	native  bool
	known   bool          // native is worked out
	desc    int           // the number of the description; 0 is none
	boxed   bool          // values of the type are put into interfaces
	cuts    []bool        // of a struct: the fields that are opaque
	methods []methodEntry // of a boxed type
}

// typeTable finds the one typ of identical types.
type typeTable map[string][]*typ

func (table typeTable) of(t types.Type) *typ {
	t = types.Unalias(t)
	key := bucket(t)
	for _, known := range table[key] {
		if types.Identical(known.Type, t) {
			return known
		}
	}
	known := &typ{Type: t}
	table[key] = append(table[key], known)
	return known
}

// bucket returns equal strings for identical types; others may share one.
func bucket(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return types.Typ[t.Kind()].Name()
	case *types.Named:
		if t.TypeArgs().Len() > 0 {
			return t.Obj().Name() + "[" + bucket(t.TypeArgs().At(0))
		}
		return t.Obj().Name()
	case *types.Pointer:
		return "*" + bucket(t.Elem())
	case *types.Slice:
		return "[]" + bucket(t.Elem())
	case *types.Map:
		return "map " + bucket(t.Key()) + bucket(t.Elem())
	case *types.Chan:
		return "chan " + bucket(t.Elem())
	}
	return fmt.Sprintf("%T", t)
}

// isOwn reports whether the named type is translated, as all of the program's own
// types are and the generic ones of the standard library.
func isOwn(t *types.Named) bool {
	pkg := t.Obj().Pkg()
	return pkg != nil && (pkg.Path() == "main" || t.TypeArgs().Len() > 0 || fromSource[pkg.Path()] && !t.Obj().Exported())
}

// isNative reports whether the raw type is the Go type itself.
func (l *lowerer) isNative(t types.Type) bool {
	info := l.types.of(t)
	if !info.known {
		info.known, info.native = true, l.native(info.Type)
	}
	return info.native
}

func (l *lowerer) native(t types.Type) bool {
	switch t := t.(type) {
	case *types.Basic:
		return true
	case *types.Named:
		return !isOwn(t)
	case *types.Pointer:
		return l.isNative(t.Elem())
	case *types.Slice:
		return l.isNative(t.Elem())
	case *types.Array:
		return l.isNative(t.Elem())
	case *types.Chan:
		return l.isNative(t.Elem())
	case *types.Map:
		return l.isNative(t.Key()) && l.isNative(t.Elem())
	case *types.Struct:
		return t.NumFields() == 0
	case *types.Interface:
		return t.NumMethods() == 0
	case *types.Signature:
		for _, tuple := range []*types.Tuple{t.Params(), t.Results()} {
			for v := range tuple.Variables() {
				if !l.isNative(v.Type()) {
					return false
				}
			}
		}
		return true
	}
	return false
}

func isInterface(t types.Type) bool {
	_, ok := t.Underlying().(*types.Interface)
	return ok
}

// isCompiledInterface reports whether t is an interface whose raw type has its
// methods: error, io.Reader and the like. All others are rt.Any.
func isCompiledInterface(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && isInterface(t) && !isOwn(named) && named.Underlying().(*types.Interface).NumMethods() > 0
}

// raw writes a type in core Go.
func (l *lowerer) raw(t types.Type) string {
	info := l.types.of(t)
	if info.raw != "" {
		return info.raw
	}
	if info.pending {
		info.opaque = true
		return "rt.Any"
	}
	if named, ok := info.Type.(*types.Named); ok && isOwn(named) {
		// Every cycle goes through a named type. A struct's name is known at once.
		info.pending = true
	}
	raw := l.spell(info)
	info.pending = false
	info.raw = raw
	if info.opaque {
		info.raw = "rt.Any"
		l.opaque[info] = raw
	}
	return info.raw
}

func (l *lowerer) spell(info *typ) string {
	switch t := info.Type.(type) {
	case *types.Basic:
		switch t.Kind() {
		case types.UnsafePointer:
			l.refuse(nil, "the instant engine has no unsafe pointers")
		case types.UntypedNil:
			return "rt.Any"
		}
		return types.Default(t).String()
	case *types.Named:
		obj := t.Obj()
		switch {
		case obj.Pkg() == nil && obj.Name() == "error":
			return "rt.Error"
		case obj.Pkg() == nil: // comparable can't be the type of a value
			return "rt.Any"
		case !isOwn(t):
			return l.native1(obj)
		}
		if l.replaced(t) {
			t = l.replacement(t)
		}
		if s, ok := t.Underlying().(*types.Struct); ok {
			return l.structType(info, l.fresh(obj.Name()), s)
		}
		return l.raw(t.Underlying())
	case *types.Pointer:
		return "*" + l.raw(t.Elem())
	case *types.Slice:
		return "[]" + l.raw(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), l.raw(t.Elem()))
	case *types.Chan:
		elem := l.raw(t.Elem())
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
	case *types.Map:
		return "map[" + l.raw(t.Key()) + "]" + l.raw(t.Elem())
	case *types.Struct:
		if t.NumFields() == 0 {
			return "struct{}"
		}
		return l.structType(info, l.fresh("struct"), t)
	case *types.Interface:
		return "rt.Any"
	case *types.Signature:
		return "func" + l.signature(t)
	}
	l.refuse(nil, "the instant engine can't represent the type %s", info.Type)
	return ""
}

// native1 names a declared object of a compiled package.
func (l *lowerer) native1(obj types.Object) string {
	if obj.Pkg().Path() == "io/fs" { // the interpreter has what os has of it
		return l.use("os", "os") + "." + obj.Name()
	}
	return l.use(obj.Pkg().Path(), obj.Pkg().Name()) + "." + obj.Name()
}

// use notes that the program imports the package and returns its local name,
// which no identifier of the program can be: those end in a digit.
func (l *lowerer) use(path, name string) string {
	if local, ok := l.imports[path]; ok {
		return local
	}
	local := "p_" + name
	for _, taken := range l.imports {
		if taken == local {
			local += "_"
		}
	}
	l.imports[path] = local
	return local
}

// structType declares a struct and returns its name. The name is known before the
// fields are, so that they can refer to it.
func (l *lowerer) structType(info *typ, name string, s *types.Struct) string {
	info.raw = name
	info.pending = false
	var b strings.Builder
	fmt.Fprintf(&b, "type %s struct {\n", name)
	for i := range s.NumFields() {
		raw := "rt.Any"
		if !l.cut(info.Type, i) {
			raw = l.raw(s.Field(i).Type())
		}
		fmt.Fprintf(&b, "\t%s %s %s\n", fieldName(s, i), raw, jsonTag(s.Field(i), s.Tag(i)))
	}
	b.WriteString("}\n")
	// The interpreter mistakes one recursive struct for another that it works out at the
	// same time. A variable of it makes it work out this one now, before those around it.
	if slices.Contains(l.reachable(info), info) {
		fmt.Fprintf(&b, "var known_%s *%s\n", name, name)
	}
	l.typeDecls = append(l.typeDecls, b.String())
	return name
}

// fieldName is exported, as the interpreter would add a letter of its own to a name
// that is not, and may meet another field there.
func fieldName(s *types.Struct, i int) string {
	f := s.Field(i)
	if f.Name() == "_" {
		return fmt.Sprintf("F%d_blank", i)
	}
	return "F_" + f.Name()
}

func (l *lowerer) signature(sig *types.Signature) string {
	return l.params(sig, nil) + l.resultTypes(sig)
}

func (l *lowerer) params(sig *types.Signature, names []string) string {
	var list []string
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		raw := l.raw(t)
		if sig.Variadic() && i == sig.Params().Len()-1 {
			raw = "..." + strings.TrimPrefix(raw, "[]")
		}
		if names != nil {
			raw = names[i] + " " + raw
		}
		list = append(list, raw)
	}
	return "(" + strings.Join(list, ", ") + ")"
}

func (l *lowerer) resultTypes(sig *types.Signature) string {
	var list []string
	for v := range sig.Results().Variables() {
		list = append(list, l.raw(v.Type()))
	}
	switch len(list) {
	case 0:
		return ""
	case 1:
		return " " + list[0]
	}
	return " (" + strings.Join(list, ", ") + ")"
}

// fresh returns an identifier of core Go's top level that begins with base.
func (l *lowerer) fresh(base string) string {
	l.names++
	return fmt.Sprintf("%s_%d", strings.Trim(base, "_"), l.names)
}

// typeOf returns the type of an expression with type parameters replaced.
func (f *function) typeOf(x ast.Expr) types.Type {
	tv, ok := f.unit.info.Types[x]
	t := tv.Type
	if !ok {
		if id, isIdent := x.(*ast.Ident); isIdent {
			if obj := f.object(id); obj != nil {
				t = obj.Type()
			}
		}
	}
	if t == nil {
		f.refuse(x, "the instant engine does not know the type of this expression")
	}
	return f.env.subst(t)
}
