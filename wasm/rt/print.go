package rt

import (
	"fmt"
	"io"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

// format prints a boxed value as package fmt prints the Go value.
func format(s fmt.State, verb rune, b Box) {
	p := &printer{State: s, verb: verb, layout: fmt.FormatString(s, verb)}
	p.value(b.t, reflect.ValueOf(b.raw()), 0, true)
}

type printer struct {
	fmt.State
	verb   rune
	layout string // the verb with its flags
}

func (p *printer) str(s string) { io.WriteString(p.State, s) }

func (p *printer) sharp() bool { return p.verb == 'v' && p.Flag('#') }
func (p *printer) plus() bool  { return p.verb == 'v' && p.Flag('+') }

// value prints v, of type t. Methods are asked only if Go could: a value that came
// from an unexported field keeps its methods to itself.
func (p *printer) value(t *Type, v reflect.Value, depth int, accessible bool) {
	if t.kind != "interface" && t.kind != "native" && v.Kind() == reflect.Interface {
		// A field that is cut.
		if v = v.Elem(); !v.IsValid() {
			v = reflect.Zero(t.rtype)
		}
	}
	if t.kind == "native" {
		p.native(t, v, depth, accessible)
		return
	}
	if t.kind == "interface" {
		p.iface(t, v, depth, accessible)
		return
	}
	if accessible && p.methods(t, v) {
		return
	}
	switch t.kind {
	case "struct":
		if p.sharp() {
			p.str(t.name)
		}
		p.str("{")
		for i, f := range t.fields {
			if i > 0 {
				if p.sharp() {
					p.str(", ")
				} else {
					p.str(" ")
				}
			}
			if p.plus() || p.sharp() {
				p.str(f.name + ":")
			}
			p.value(f.t, v.Field(i), depth+1, accessible && f.exported)
		}
		p.str("}")
	case "map":
		p.mapValue(t, v, depth, accessible)
	case "slice", "array":
		p.list(t, v, depth, accessible)
	case "pointer":
		if depth == 0 && !v.IsNil() {
			switch t.elem.kind {
			case "array", "slice", "struct", "map":
				p.str("&")
				p.value(t.elem, v.Elem(), depth+1, accessible)
				return
			case "native":
				switch v.Elem().Kind() {
				case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
					p.str("&")
					p.value(t.elem, v.Elem(), depth+1, accessible)
					return
				}
			}
		}
		p.pointer(t, v, depth)
	case "chan", "func":
		p.pointer(t, v, depth)
	default:
		p.basic(t, v)
	}
}

// methods lets the value print itself, if it can.
func (p *printer) methods(t *Type, v reflect.Value) (handled bool) {
	call := func(name string, args ...any) []reflect.Value {
		m := t.methods[name]
		in := []reflect.Value{v}
		if !v.IsValid() {
			in[0] = reflect.Zero(m.Type().In(0))
		}
		for i, a := range args {
			in = append(in, argument(a, m.Type().In(i+1)))
		}
		return m.Call(in)
	}
	defer p.catchPanic(v, &handled)
	if t.has("Format", "(fmt.State, int32)") {
		call("Format", p.State, p.verb)
		return true
	}
	if p.verb == 'v' && p.Flag('#') {
		if t.has("GoString", "() string") {
			p.str(call("GoString")[0].String())
			return true
		}
		return false
	}
	switch p.verb {
	case 'v', 's', 'x', 'X', 'q':
		name := ""
		if t.has("Error", "() string") {
			name = "Error"
		} else if t.has("String", "() string") {
			name = "String"
		}
		if name != "" {
			s := call(name)[0].String()
			layout := p.layout
			if p.verb == 'v' {
				layout = strings.ReplaceAll(p.layout, "+", "")
			}
			fmt.Fprintf(p.State, layout, s)
			return true
		}
	}
	return false
}

// catchPanic prints a panic in a method as fmt does.
func (p *printer) catchPanic(v reflect.Value, handled *bool) {
	r := recover()
	if r == nil {
		return
	}
	*handled = true
	if v.Kind() == reflect.Pointer && v.IsNil() {
		p.str("<nil>")
		return
	}
	name := "String"
	fmt.Fprintf(p.State, "%%!%c(PANIC=%s method: %v)", p.verb, name, genuine(r))
}

// native prints a value of a type without anything of the program's in it.
func (p *printer) native(t *Type, v reflect.Value, depth int, accessible bool) {
	if !v.IsValid() {
		p.str("<nil>")
		return
	}
	if !accessible && !(v.Type().PkgPath() == "" && v.Kind() <= reflect.Complex128) {
		p.hidden(v)
		return
	}
	if depth > 0 && v.Kind() == reflect.Pointer && !v.IsNil() && !hasMethods(v) {
		p.pointer(t, v, depth)
		return
	}
	fmt.Fprintf(p.State, p.layout, v.Interface())
}

func hasMethods(v reflect.Value) bool {
	switch v.Interface().(type) {
	case fmt.Formatter, fmt.Stringer, error, fmt.GoStringer:
		return true
	}
	return false
}

// hidden prints a compiled value of an unexported field, whose methods fmt does not
// ask: as what it is, the field of a struct.
func (p *printer) hidden(v reflect.Value) {
	type hide struct{ x any }
	s := fmt.Sprintf(p.layout, hide{v.Interface()})
	s = s[strings.IndexByte(s, '{')+1 : len(s)-1]
	if p.plus() || p.sharp() {
		s = strings.TrimPrefix(s, "x:")
	}
	p.str(s)
}

// iface prints what an interface holds.
func (p *printer) iface(t *Type, v reflect.Value, depth int, accessible bool) {
	var held any
	if v.IsValid() && v.Kind() == reflect.Interface {
		if !v.IsNil() {
			held = v.Elem().Interface()
		}
	} else if v.IsValid() {
		held = v.Interface()
	}
	held = Unwrap(held)
	if held == nil {
		if p.sharp() {
			p.str(t.name + "(nil)")
		} else {
			p.str("<nil>")
		}
		return
	}
	if b, ok := held.(boxed); ok {
		b := b.box()
		p.value(b.t, reflect.ValueOf(b.raw()), depth+1, accessible)
		return
	}
	r := reflect.ValueOf(held)
	native := fromNative[r.Type()]
	if native == nil {
		native = &Type{kind: "native", name: r.Type().String()}
	}
	p.native(native, r, depth+1, accessible)
}

func (p *printer) mapValue(t *Type, v reflect.Value, depth int, accessible bool) {
	if p.sharp() {
		p.str(t.name)
		if v.IsNil() {
			p.str("(nil)")
			return
		}
		p.str("{")
	} else {
		p.str("map[")
	}
	keys := v.MapKeys()
	sort.SliceStable(keys, func(i, j int) bool { return less(keys[i], keys[j]) })
	for i, k := range keys {
		if i > 0 {
			if p.sharp() {
				p.str(", ")
			} else {
				p.str(" ")
			}
		}
		p.value(t.key, k, depth+1, accessible)
		p.str(":")
		p.value(t.elem, v.MapIndex(k), depth+1, accessible)
	}
	if p.sharp() {
		p.str("}")
	} else {
		p.str("]")
	}
}

// less orders keys as fmt does.
func less(a, b reflect.Value) bool { return compare(a, b) < 0 }

func compare(a, b reflect.Value) int {
	if a.Kind() == reflect.Interface {
		if a.IsNil() || b.IsNil() {
			switch {
			case a.IsNil() && b.IsNil():
				return 0
			case a.IsNil():
				return -1
			}
			return 1
		}
		a, b = a.Elem(), b.Elem()
		if x, ok := a.Interface().(boxed); ok {
			a = reflect.ValueOf(x.box().raw())
		}
		if x, ok := b.Interface().(boxed); ok {
			b = reflect.ValueOf(x.box().raw())
		}
		if a.Type() != b.Type() {
			return strings.Compare(a.Type().String(), b.Type().String())
		}
	}
	cmp := func(less, more bool) int {
		switch {
		case less:
			return -1
		case more:
			return 1
		}
		return 0
	}
	switch {
	case a.CanInt():
		return cmp(a.Int() < b.Int(), a.Int() > b.Int())
	case a.CanUint():
		return cmp(a.Uint() < b.Uint(), a.Uint() > b.Uint())
	case a.CanFloat():
		return cmp(a.Float() < b.Float() || a.Float() != a.Float() && b.Float() == b.Float(), a.Float() > b.Float() || b.Float() != b.Float() && a.Float() == a.Float())
	case a.Kind() == reflect.String:
		return strings.Compare(a.String(), b.String())
	case a.Kind() == reflect.Bool:
		return cmp(!a.Bool() && b.Bool(), a.Bool() && !b.Bool())
	case a.Kind() == reflect.Struct:
		for i := range a.NumField() {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case a.Kind() == reflect.Array:
		for i := range a.Len() {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case a.Kind() == reflect.Pointer || a.Kind() == reflect.Chan:
		return cmp(a.Pointer() < b.Pointer(), a.Pointer() > b.Pointer())
	}
	return 0
}

func (p *printer) list(t *Type, v reflect.Value, depth int, accessible bool) {
	if t.elem != nil && v.Type().Elem().Kind() == reflect.Uint8 {
		switch p.verb {
		case 's', 'q', 'x', 'X':
			bytes := make([]byte, v.Len())
			reflect.Copy(reflect.ValueOf(bytes), v)
			fmt.Fprintf(p.State, p.layout, bytes)
			return
		}
	}
	elem := t.elem
	if elem == nil {
		// A named type made of native types.
		elem = &Type{kind: "native", name: v.Type().Elem().String()}
	}
	if p.sharp() {
		p.str(t.name)
		if t.kind == "slice" && v.IsNil() {
			p.str("(nil)")
			return
		}
		p.str("{")
	} else {
		p.str("[")
	}
	for i := range v.Len() {
		if i > 0 {
			if p.sharp() {
				p.str(", ")
			} else {
				p.str(" ")
			}
		}
		p.value(elem, v.Index(i), depth+1, accessible)
	}
	if p.sharp() {
		p.str("}")
	} else {
		p.str("]")
	}
}

func (p *printer) pointer(t *Type, v reflect.Value, depth int) {
	u := v.Pointer()
	switch p.verb {
	case 'v':
		switch {
		case p.sharp():
			p.str("(" + t.name + ")(")
			if u == 0 {
				p.str("nil")
			} else {
				p.str("0x" + strconv.FormatUint(uint64(u), 16))
			}
			p.str(")")
		case u == 0:
			fmt.Fprintf(p.State, strings.Replace(p.layout, "v", "s", 1), "<nil>")
		default:
			p.str("0x" + strconv.FormatUint(uint64(u), 16))
		}
	case 'b', 'o', 'd', 'x', 'X':
		fmt.Fprintf(p.State, p.layout, u)
	default:
		p.bad(t, v)
	}
}

// basic prints a value of a type like type Celsius float64.
func (p *printer) basic(t *Type, v reflect.Value) {
	if !verbFits(p.verb, v) {
		p.bad(t, v)
		return
	}
	if p.sharp() && v.CanUint() && v.Kind() != reflect.Uintptr {
		p.str("0x" + strconv.FormatUint(v.Uint(), 16))
		return
	}
	fmt.Fprintf(p.State, p.layout, v.Interface())
}

func verbFits(verb rune, v reflect.Value) bool {
	verbs := ""
	switch {
	case v.Kind() == reflect.Bool:
		verbs = "tv"
	case v.CanInt(), v.CanUint():
		verbs = "vbcdoOqUxX"
	case v.CanFloat(), v.CanComplex():
		verbs = "vbeEfFgGxX"
	case v.Kind() == reflect.String:
		verbs = "vsqxX"
	}
	return strings.ContainsRune(verbs, verb)
}

// bad prints a value that the verb is not for: %!d(main.T=...).
func (p *printer) bad(t *Type, v reflect.Value) {
	p.str("%!" + string(p.verb) + "(" + t.name + "=")
	fmt.Fprintf(p.State, "%v", v.Interface())
	p.str(")")
}

// Format prepares a format and its values for package fmt, which answers %T, %p and
// does so without asking the value.
func Format(layout string, args ...any) (string, []any) {
	out := args
	copied := false
	// Where operands are chosen by number, one may be shown in several ways: each verb
	// then gets a number, and what is made for it stands behind all others.
	numbered := strings.Contains(layout, "[") && !strings.Contains(layout, "*")
	var b strings.Builder
	arg := 0
	for i := 0; i < len(layout); i++ {
		c := layout[i]
		b.WriteByte(c)
		if c != '%' {
			continue
		}
		start := i
		for i++; i < len(layout) && strings.IndexByte("+-# 0123456789.[]*", layout[i]) >= 0; i++ {
			switch layout[i] {
			case '*':
				arg++
			case '[':
				end := strings.IndexByte(layout[i:], ']')
				if end > 0 {
					if n, err := strconv.Atoi(layout[i+1 : i+end]); err == nil {
						arg = n - 1
					}
				}
			}
		}
		if i >= len(layout) {
			b.WriteString(layout[start+1:])
			break
		}
		verb := layout[i]
		flags := layout[start+1 : i]
		if verb == '%' {
			b.WriteString(flags + "%")
			continue
		}
		if numbered && arg >= 0 && arg < len(args) {
			if open := strings.IndexByte(flags, '['); open >= 0 {
				flags = flags[:open]
			}
			number := arg + 1
			if box, ok := unbox(args[arg]); ok && (verb == 'T' || verb == 'p') {
				if verb == 'T' {
					out, verb = append(out[:len(out):len(out)], typeText(box.t.name)), 's'
				} else {
					out = append(out[:len(out):len(out)], box.raw())
				}
				number = len(out)
			}
			fmt.Fprintf(&b, "%s[%d]%c", flags, number, verb)
			arg++
			continue
		}
		if numbered && arg >= len(args) && !strings.Contains(flags, "[") {
			b.WriteString("%!" + string(verb) + "(MISSING)")
			arg++
			continue
		}
		if arg < len(args) && (verb == 'T' || verb == 'p') {
			if box, ok := unbox(args[arg]); ok {
				if !copied {
					out, copied = append([]any(nil), args...), true
				}
				if verb == 'T' {
					out[arg] = typeText(box.t.name)
					verb = 's'
				} else {
					out[arg] = box.raw()
				}
			}
		}
		b.WriteString(flags + string(verb))
		arg++
	}
	return b.String(), out
}

type typeText string

// Operands prepares operands for fmt.Print, which puts spaces between those that are
// no strings, by their kind.
func Operands(args ...any) []any {
	for i, a := range args {
		if b, ok := unbox(a); ok && reflect.ValueOf(b.raw()).Kind() == reflect.String {
			args[i] = fmt.Sprint(a)
		}
	}
	return args
}

// LogOperands prepares operands for log/slog, which shows an error by what it says,
// unless it writes itself as JSON, as every box does.
func LogOperands(args ...any) []any {
	for i, a := range args {
		b, ok := unbox(a)
		if err, isError := a.(error); ok && isError && !b.t.has(marshalJSON, marshals) {
			args[i] = loggedError{err}
		}
	}
	return args
}

// loggedError is an own error of a type without MarshalJSON.
type loggedError struct{ error }

func (e loggedError) adapted() any                  { return Unwrap(e.error) }
func (e loggedError) Format(s fmt.State, verb rune) { format(s, verb, Unwrap(e.error).(boxed).box()) }

// Runes decodes a string as range does: the runes and where they begin.
func Runes(s string) (runes []rune, at []int) {
	for i, r := range s {
		runes = append(runes, r)
		at = append(at, i)
	}
	return runes, at
}
