package rt

import (
	"reflect"
	"strings"
)

// ID returns the number of the description of an own value, -1 for a compiled one.
// A nil interface has no methods to call.
func ID(v any) int {
	if v == nil {
		nilDereference()
	}
	if b, ok := v.(boxed); ok {
		return b.box().t.id
	}
	if b, ok := unbox(v); ok {
		return b.t.id
	}
	return -1
}

// Open stores the raw value that an interface holds in *pointer.
func Open(v any, pointer any) {
	dst := reflect.ValueOf(pointer).Elem()
	if b, ok := unbox(v); ok {
		v = b.raw()
	}
	if v == nil {
		dst.SetZero()
		return
	}
	dst.Set(reflect.ValueOf(v))
}

// is reports whether a type assertion of v to t holds.
func is(v any, t *Type) bool {
	if v == nil {
		return false
	}
	if t.kind == "interface" {
		return missing(v, t) == ""
	}
	if b, ok := unbox(v); ok {
		return b.t == t
	}
	return t.kind == "native" && reflect.TypeOf(v) == t.rtype
}

// Is reports whether a type assertion holds.
func Is(v any, desc int) bool { return is(v, types[desc]) }

// Which returns the index of the first type that a type switch's value has, or -1.
// The description 0 stands for nil.
func Which(v any, descs ...int) int {
	for i, d := range descs {
		if d == 0 {
			if v == nil {
				return i
			}
			continue
		}
		if is(v, types[d]) {
			return i
		}
	}
	return -1
}

// assertion is a failed type assertion, worded as the runtime's.
type assertion struct{ text string }

func (e *assertion) Error() string { return e.text }
func (e *assertion) RuntimeError() {}

// Assert panics as Go does if a type assertion does not hold. The interface's own
// type is part of the message.
func Assert(v any, desc, from, site int) {
	t := types[desc]
	if is(v, t) {
		return
	}
	at(site)
	panic(&assertion{assertionText(v, t, types[from])})
}

func assertionText(v any, t, from *Type) string {
	text := "interface conversion: "
	if t.kind == "interface" {
		if v == nil {
			return text + "interface is nil, not " + t.name
		}
		return text + typeName(v) + " is not " + t.name + ": missing method " + missing(v, t)
	}
	name := from.name
	if name == "any" || name == "" {
		name = "interface {}"
	}
	if v == nil {
		return text + name + " is nil, not " + t.name
	}
	text += name + " is " + typeName(v) + ", not " + t.name
	if typeName(v) == t.name {
		text += " (types from different scopes)"
	}
	return text
}

// typeName is what %T prints.
func typeName(v any) string {
	if v == nil {
		return "<nil>"
	}
	if b, ok := unbox(v); ok {
		return b.t.name
	}
	return reflect.TypeOf(v).String()
}

// Call calls a method of a compiled value: x, the method, the number of results, a
// pointer for each, and the arguments.
func Call(x any, method string, results int, rest ...any) {
	m := reflect.ValueOf(x).MethodByName(method)
	args := make([]reflect.Value, len(rest)-results)
	for i := range args {
		args[i] = argument(rest[results+i], m.Type().In(i))
	}
	var out []reflect.Value
	if m.Type().IsVariadic() {
		out = m.CallSlice(args)
	} else {
		out = m.Call(args)
	}
	for i, v := range out {
		reflect.ValueOf(rest[i]).Elem().Set(v)
	}
}

// Cast stores an interface's value in a compiled interface, *pointer. An own value
// gets an adapter, unless it is an error that becomes an error.
func Cast(v any, pointer any) {
	dst := reflect.ValueOf(pointer).Elem()
	v = Unwrap(v)
	if v == nil {
		dst.SetZero()
		return
	}
	if b, own := v.(boxed); own {
		if _, ok := v.(error); !ok || dst.Type() != errorType {
			v = adapt(b.box(), dst.Type())
		}
	}
	dst.Set(reflect.ValueOf(v))
}

var errorType = reflect.TypeFor[error]()

// Opaque returns the value for a field that holds anything. Nil has one form there.
func Opaque(v any) any {
	if r := reflect.ValueOf(v); v == nil || r.IsZero() {
		return nil
	}
	return v
}

// PanicWrap panics if a method of the value is called by a nil pointer.
func PanicWrap(isNil bool, method string) {
	if isNil {
		panic(&wrapped{method})
	}
}

type wrapped struct{ method string }

func (e *wrapped) Error() string {
	method, pointer, _ := strings.Cut(e.method, " ")
	return "value method " + method + " called using nil " + pointer + " pointer"
}
func (e *wrapped) RuntimeError() {}

// Nil returns a nil interface.
func Nil() any { return nil }
