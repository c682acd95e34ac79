package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"strconv"
	"strings"
)

// JSON is written by rt, which knows the Go types. It is read by the real package, into
// raw values: the fields of core Go's structs carry tags that give them the names that
// the Go fields would have. What reading would ask a type's own methods, or find by
// embedding, is refused.

// jsonTag is the tag of a raw field.
func jsonTag(f *types.Var, tag string) string {
	name := reflect.StructTag(tag).Get("json")
	switch {
	case !f.Exported():
		name = "-"
	case name == "":
		name = f.Name()
	case strings.HasPrefix(name, ","):
		name = f.Name() + name
	}
	return "`json:" + strconv.Quote(strings.ReplaceAll(name, "`", "")) + "`"
}

// unmarshal plans a call that stores JSON in what its last argument points to.
func (f *function) unmarshal(x *ast.CallExpr, sig *types.Signature, obj *types.Func) *callPlan {
	arg := x.Args[len(x.Args)-1]
	t := f.typeOf(arg)
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		f.refuse(x, "the instant engine needs to see the type that JSON is read into")
	}
	if why := f.unreadable(p.Elem(), map[*typ]bool{}); why != "" {
		f.refuse(x, "the instant engine can't read JSON into %s", why)
	}
	name := "p_json.Unmarshal"
	var first func() part
	skip := 0
	if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && f.unit.info.Selections[sel] != nil {
		recv := f.typeOf(sel.X)
		m, _ := f.lookup(recv, obj)
		skip = 1
		first = func() part { return part{f.receiver(sel.X, recv, m), f.raw(recv)} }
	} else {
		name = f.native1(obj)
	}
	n := len(x.Args)
	plan := &callPlan{results: sig.Results()}
	plan.parts = f.sequence(skip+n, func(i int) part {
		switch {
		case i < skip:
			return first()
		case i == skip+n-1:
			return part{f.expr(arg), f.raw(t)}
		}
		pt := paramType(sig, i-skip)
		return part{f.value(x.Args[i-skip], pt), f.raw(pt)}
	})
	root := ""
	if named, ok := types.Unalias(p.Elem()).(*types.Named); ok {
		root = named.Obj().Name()
	}
	plan.text = func(parts []string) string {
		head := name
		if skip == 1 {
			head = "(" + parts[0] + ")." + obj.Name()
		}
		return fmt.Sprintf("rt.ReadJSON(%s(%s), %q)", head, strings.Join(parts[skip:], ", "), root)
	}
	return plan
}

// unreadable says what of the type keeps raw JSON from being right.
func (l *lowerer) unreadable(t types.Type, seen map[*typ]bool) string {
	info := l.types.of(t)
	if seen[info] || l.isNative(info.Type) {
		return ""
	}
	seen[info] = true
	set := types.NewMethodSet(types.NewPointer(info.Type))
	for _, name := range []string{"UnmarshalJSON", "UnmarshalText"} {
		if set.Lookup(l.main.pkg, name) != nil {
			return "a type with its own " + name
		}
	}
	switch u := info.Type.Underlying().(type) {
	case *types.Interface:
		return "an interface of the program's own"
	case *types.Struct:
		for i := range u.NumFields() {
			if u.Field(i).Embedded() {
				return "a struct with an embedded field"
			}
			if l.cut(info.Type, i) {
				return "a struct that leads back to itself"
			}
		}
	}
	why := ""
	l.parts(info.Type.Underlying(), func(t types.Type) {
		if why == "" {
			why = l.unreadable(t, seen)
		}
	})
	return why
}
