package rt

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// adapted is an own value as a compiled interface.
type adapted interface{ adapted() any }

// Wrappers are the interpreter's structs by which compiled code calls interpreted
// methods: for each interface one with a function for each method, named W and the
// method, and a field IValue.
var wrappers = map[reflect.Type]reflect.Type{}

// UseWrappers makes the wrappers of a symbol table known: those of interface I are
// named _I and are nil pointers to a struct.
func UseWrappers(symbols map[string]map[string]reflect.Value) {
	for _, names := range symbols {
		for name, v := range names {
			w := names["_"+name]
			if !w.IsValid() || v.Kind() != reflect.Pointer || v.Type().Elem().Kind() != reflect.Interface {
				continue
			}
			wrappers[v.Type().Elem()] = w.Type().Elem()
		}
	}
}

// adapters keeps the adapter of each box, so that equal values stay equal in
// interfaces of compiled types.
var adapters sync.Map

type adapterKey struct {
	b Box
	t reflect.Type
}

// adapt makes a compiled interface of an own value.
func adapt(b Box, t reflect.Type) any {
	key := adapterKey{b, t}
	if !reflect.ValueOf(key).Comparable() {
		return newAdapter(b, t)
	}
	if a, ok := adapters.Load(key); ok {
		return a
	}
	a := newAdapter(b, t)
	adapters.Store(key, a)
	return a
}

func newAdapter(b Box, t reflect.Type) any {
	w, ok := wrappers[t]
	if !ok {
		if t.NumMethod() == 1 && t.Method(0).Name == "String" {
			return stringer{b}
		}
		panic(fmt.Sprintf("the instant engine has no way to make a %s of a %s", t, b.t.name))
	}
	v := reflect.New(w)
	v.Elem().FieldByName("IValue").Set(reflect.ValueOf(any(rebox(b))))
	for i := range t.NumMethod() {
		name := t.Method(i).Name
		f := v.Elem().FieldByName("W" + name)
		method := b.t.methods[name]
		f.Set(reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
			in := append([]reflect.Value{receiver(b, method)}, args...)
			if f.Type().IsVariadic() {
				return method.CallSlice(in)
			}
			return method.Call(in)
		}))
	}
	return v.Interface()
}

// rebox returns the box as interfaces hold it.
func rebox(b Box) any {
	switch {
	case b.t.wrapsMany:
		return ErrorsBox{b}
	case b.t.isError:
		return ErrorBox{b}
	}
	return b
}

type stringer struct{ b Box }

func (s stringer) String() string { return s.b.call("String")[0].String() }
func (s stringer) adapted() any   { return rebox(s.b) }

// unwrapForeign takes an own value out of a wrapper.
func unwrapForeign(v any) any {
	r := reflect.ValueOf(v)
	if r.Kind() != reflect.Pointer || r.IsNil() || r.Elem().Kind() != reflect.Struct {
		return v
	}
	t := r.Elem().Type()
	if !strings.HasPrefix(t.Name(), "_") || t.NumField() == 0 || t.Field(0).Name != "IValue" {
		return v
	}
	return r.Elem().Field(0).Interface()
}
