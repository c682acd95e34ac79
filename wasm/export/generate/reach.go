package main

import (
	"go/types"
	"iter"
	"maps"

	"golang.org/x/tools/go/packages"
)

func keys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

// objects is a set of package-level objects.
type objects map[types.Object]bool

// reachable finds the declarations that type-checking a program may need: the
// exported ones of the packages that it can import, and what their types are made of.
func reachable(loaded map[string]*packages.Package, wanted func(path string) bool) map[string]objects {
	r := reach{needed: map[string]objects{}, seen: map[types.Type]bool{}}
	for path, p := range loaded {
		if !wanted(path) {
			continue
		}
		if r.needed[path] == nil {
			r.needed[path] = objects{}
		}
		scope := p.Types.Scope()
		for _, name := range scope.Names() {
			if object := scope.Lookup(name); object.Exported() {
				r.object(object)
			}
		}
	}
	return r.needed
}

type reach struct {
	needed map[string]objects
	seen   map[types.Type]bool
}

func (r *reach) object(object types.Object) {
	if object.Pkg() == nil {
		return // of the universe
	}
	path := object.Pkg().Path()
	if r.needed[path] == nil {
		r.needed[path] = objects{}
	}
	if r.needed[path][object] {
		return
	}
	r.needed[path][object] = true
	r.typ(object.Type())
}

func (r *reach) typ(t types.Type) {
	if t == nil || r.seen[t] {
		return
	}
	r.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		r.object(t.Obj())
		r.typ(t.Rhs())
		r.typeArgs(t.TypeArgs())
	case *types.Named:
		r.typeArgs(t.TypeArgs())
		if t.Origin() != t {
			r.typ(t.Origin())
			return
		}
		r.object(t.Obj())
		r.typeParams(t.TypeParams())
		r.typ(t.Underlying())
		for method := range t.Methods() {
			if wholeMethod(method) {
				r.typ(method.Type())
			}
		}
	case *types.Pointer:
		r.typ(t.Elem())
	case *types.Slice:
		r.typ(t.Elem())
	case *types.Array:
		r.typ(t.Elem())
	case *types.Chan:
		r.typ(t.Elem())
	case *types.Map:
		r.typ(t.Key())
		r.typ(t.Elem())
	case *types.Struct:
		for field := range t.Fields() {
			r.typ(fieldType(field))
		}
	case *types.Interface:
		for method := range t.ExplicitMethods() {
			r.typ(method.Type())
		}
		for embedded := range t.EmbeddedTypes() {
			r.typ(embedded)
		}
	case *types.Union:
		for term := range t.Terms() {
			r.typ(term.Type())
		}
	case *types.Signature:
		r.typeParams(t.TypeParams())
		r.tuple(t.Params())
		r.tuple(t.Results())
	case *types.TypeParam:
		r.typ(t.Constraint())
	}
}

func (r *reach) tuple(tuple *types.Tuple) {
	for v := range tuple.Variables() {
		r.typ(v.Type())
	}
}

func (r *reach) typeParams(list *types.TypeParamList) {
	for param := range list.TypeParams() {
		r.typ(param)
	}
}

func (r *reach) typeArgs(list *types.TypeList) {
	for arg := range list.Types() {
		r.typ(arg)
	}
}

// wholeMethod tells whether a method's signature matters. No program can call an
// unexported one of another package; that it exists shows in messages.
func wholeMethod(method *types.Func) bool {
	return method.Exported() || sealing[method.Name()]
}

// sealing names unexported methods of interfaces that programs meet: the types
// beside such an interface must go on implementing it.
var sealing = map[string]bool{"private": true, "isAddr": true}

// fieldType is the type of a field as far as a program can tell.
func fieldType(field *types.Var) types.Type {
	return field.Type()
}
