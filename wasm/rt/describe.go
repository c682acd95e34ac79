package rt

import (
	"reflect"
	"strconv"
	"strings"
)

// Type describes a type of the program as lang sees it.
type Type struct {
	id           int
	kind         string
	name         string // as %T prints it
	named        bool
	uncomparable bool
	isError      bool
	wrapsMany    bool
	compiled     bool // an interface with its methods
	elem, key    *Type
	pointer      *Type // to this type, if it is described
	len          int
	fields       []field
	iface        []string          // an interface's methods with signatures
	set          map[string]string // method set: name to signature
	methods      map[string]reflect.Value
	rtype        reflect.Type // of the raw value; nil for the program's own interfaces
}

type field struct {
	name     string
	t        *Type
	tag      string
	embedded bool
	exported bool
}

// types holds the descriptions by number; 0 is none.
var types []*Type

// fromNative finds the description of a native type.
var fromNative = map[reflect.Type]*Type{}

func (t *Type) has(method, signature string) bool {
	return t.set[method] == signature && t.methods[method].IsValid()
}

// Describe takes all descriptions. Package lang documents the format.
func Describe(table string) {
	lines := strings.Split(table, "\n")
	types = make([]*Type, len(lines)+1)
	for i := range types {
		types[i] = &Type{id: i, methods: map[string]reflect.Value{}}
	}
	for _, line := range lines {
		if line != "" {
			describe(strings.Split(line, "\t"))
		}
	}
}

func describe(f []string) {
	id, _ := strconv.Atoi(f[0])
	t := types[id]
	rest := f[4:]
	if f[1] == "methods" {
		t.set = map[string]string{}
		for _, m := range rest {
			name, signature := splitMethod(m)
			t.set[name] = signature
		}
		t.isError = t.set["Error"] == "() string"
		t.wrapsMany = t.isError && t.set["Unwrap"] == "() []error"
		return
	}
	t.kind = f[1]
	t.named = strings.Contains(f[2], "n")
	t.uncomparable = strings.Contains(f[2], "u")
	t.compiled = strings.Contains(f[2], "c")
	t.name, _ = strconv.Unquote(f[3])
	ref := func(i int) *Type {
		if i >= len(rest) {
			return nil
		}
		n, _ := strconv.Atoi(rest[i])
		return types[n]
	}
	switch t.kind {
	case "interface":
		t.iface = rest
	case "pointer", "slice", "array", "map":
		t.elem = ref(0)
		if t.kind == "map" {
			t.key = ref(1)
		}
		if t.kind == "pointer" && t.elem != nil && !t.named {
			t.elem.pointer = t
		}
		if t.kind == "array" && len(rest) > 1 {
			t.len, _ = strconv.Atoi(rest[1])
		}
	case "struct":
		for i := 0; i+3 < len(rest); i += 4 {
			tag, _ := strconv.Unquote(rest[i+2])
			t.fields = append(t.fields, field{rest[i], ref(i + 1), tag, strings.Contains(rest[i+3], "e"), strings.Contains(rest[i+3], "x")})
		}
	}
}

func splitMethod(m string) (name, signature string) {
	i := strings.IndexByte(m, '(')
	return m[:i], m[i:]
}

// TypeIs gives a description its raw type: pointer is a nil pointer to it.
func TypeIs(desc int, pointer any) {
	t := types[desc]
	t.rtype = reflect.TypeOf(pointer).Elem()
	if t.kind == "native" {
		fromNative[t.rtype] = t
	}
}

// Method gives a description a method: a function of the raw receiver and arguments.
func Method(desc int, name string, function any) {
	types[desc].methods[name] = reflect.ValueOf(function)
}

// Func returns what it is given: passed to compiled code, an interpreted function
// becomes a compiled one.
func Func(f any) any { return f }

// call calls a method of a boxed value from compiled code.
func (b Box) call(method string, args ...any) []reflect.Value {
	m := b.t.methods[method]
	in := make([]reflect.Value, 1+len(args))
	in[0] = receiver(b, m)
	for i, a := range args {
		in[i+1] = argument(a, m.Type().In(i+1))
	}
	return m.Call(in)
}

func receiver(b Box, m reflect.Value) reflect.Value {
	v := reflect.ValueOf(b.raw())
	if t := m.Type().In(0); !v.IsValid() {
		return reflect.Zero(t)
	}
	return v
}

func argument(a any, t reflect.Type) reflect.Value {
	if a == nil {
		return reflect.Zero(t)
	}
	return reflect.ValueOf(a)
}

// signature is a compiled method's as lang spells it.
func signature(t reflect.Type, skip int) string {
	var b strings.Builder
	b.WriteByte('(')
	for i := skip; i < t.NumIn(); i++ {
		if i > skip {
			b.WriteString(", ")
		}
		if t.IsVariadic() && i == t.NumIn()-1 {
			b.WriteString("..." + t.In(i).Elem().String())
			continue
		}
		b.WriteString(t.In(i).String())
	}
	b.WriteByte(')')
	switch t.NumOut() {
	case 0:
	case 1:
		b.WriteString(" " + t.Out(0).String())
	default:
		b.WriteString(" (")
		for i := range t.NumOut() {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(t.Out(i).String())
		}
		b.WriteByte(')')
	}
	return b.String()
}

// missing returns the first method of the interface that the value's type lacks.
func missing(v any, iface *Type) string {
	if iface.compiled {
		if b, ok := unbox(v); ok {
			for i := range iface.rtype.NumMethod() {
				m := iface.rtype.Method(i)
				if b.t.set[m.Name] != signature(m.Type, 0) {
					return m.Name
				}
			}
			return ""
		}
		if reflect.TypeOf(v).Implements(iface.rtype) {
			return ""
		}
		for i := range iface.rtype.NumMethod() {
			m := iface.rtype.Method(i)
			if _, ok := reflect.TypeOf(v).MethodByName(m.Name); !ok {
				return m.Name
			}
		}
		return "method"
	}
	b, own := unbox(v)
	for _, m := range iface.iface {
		name, sig := splitMethod(m)
		if own {
			if b.t.set[name] != sig {
				return name
			}
			continue
		}
		method, ok := reflect.TypeOf(v).MethodByName(name)
		if !ok || signature(method.Type, 1) != sig {
			return name
		}
	}
	return ""
}
