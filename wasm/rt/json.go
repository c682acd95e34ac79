package rt

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// MarshalJSON writes the value as encoding/json would write the Go value: fields by
// their Go names and tags, embedded ones flat, and each type by its own method if it
// has one. The package that calls it escapes and indents.
func (b Box) MarshalJSON() ([]byte, error) {
	var w jsonWriter
	v := reflect.ValueOf(b.raw())
	if err := w.value(b.t, v, false); err != nil {
		return nil, err
	}
	return w.Bytes(), nil
}

type jsonWriter struct{ bytes.Buffer }

// jsonError is the failure of a type's own method, worded as encoding/json does.
type jsonError struct {
	method, name string
	err          error
}

func (e *jsonError) Error() string {
	return fmt.Sprintf("json: error calling %s for type %s: %v", e.method, e.name, e.err)
}
func (e *jsonError) Unwrap() error { return e.err }

const (
	marshalJSON = "MarshalJSON"
	marshalText = "MarshalText"
	marshals    = "() ([]uint8, error)"
)

// value writes v, which is raw and of type t. Quoted is the tag's option string.
func (w *jsonWriter) value(t *Type, v reflect.Value, quoted bool) error {
	if v.Kind() == reflect.Interface && t.kind != "interface" && t.kind != "native" {
		v = v.Elem() // a field that is opaque
	}
	if !v.IsValid() {
		w.WriteString("null")
		return nil
	}
	if done, err := w.ownWay(t, v); done {
		return err
	}
	switch {
	case t.kind == "native", t.kind == "interface":
		return w.native(v, quoted)
	case t.kind == "struct":
		return w.object(t, v)
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			w.WriteString("null")
			return nil
		}
		return w.value(t.elem, v.Elem(), quoted)
	case reflect.Slice:
		if v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8 && t.elem.set[marshalJSON] == "" && t.elem.set[marshalText] == "" {
			return w.native(v, false)
		}
		return w.list(t.elem, v)
	case reflect.Array:
		return w.list(t.elem, v)
	case reflect.Map:
		return w.members(t, v)
	case reflect.Func, reflect.Chan, reflect.Complex64, reflect.Complex128:
		return errors.New("json: unsupported type: " + t.name)
	}
	return w.native(v, quoted)
}

// ownWay asks the method of the type, or of a pointer to it if there can be one.
func (w *jsonWriter) ownWay(t *Type, v reflect.Value) (done bool, err error) {
	for _, method := range []string{marshalJSON, marshalText} {
		holder, of := v, t
		if !t.has(method, marshals) {
			if !v.CanAddr() || t.pointer == nil || !t.pointer.has(method, marshals) {
				continue
			}
			holder, of = v.Addr(), t.pointer
		}
		if holder.Kind() == reflect.Pointer && holder.IsNil() {
			w.WriteString("null")
			return true, nil
		}
		text, err := callMarshal(of, holder, method)
		if err != nil {
			return true, &jsonError{method, of.name, err}
		}
		if method == marshalText {
			return true, w.native(reflect.ValueOf(string(text)), false)
		}
		if err := json.Compact(&w.Buffer, text); err != nil {
			return true, &jsonError{method, of.name, err}
		}
		return true, nil
	}
	return false, nil
}

func callMarshal(t *Type, v reflect.Value, method string) ([]byte, error) {
	out := Box{t, v.Interface()}.call(method)
	err, _ := out[1].Interface().(error)
	return out[0].Bytes(), err
}

// native writes what the package itself can.
func (w *jsonWriter) native(v reflect.Value, quoted bool) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v.Interface()); err != nil {
		return plainJSON(err)
	}
	text := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if quoted && string(text) != "null" {
		switch v.Kind() {
		case reflect.Bool, reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64:
			return w.native(reflect.ValueOf(string(text)), false)
		case reflect.Pointer:
			return w.native(v.Elem(), true)
		}
	}
	w.Write(text)
	return nil
}

func (w *jsonWriter) list(elem *Type, v reflect.Value) error {
	w.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			w.WriteByte(',')
		}
		if err := w.value(elem, v.Index(i), false); err != nil {
			return err
		}
	}
	w.WriteByte(']')
	return nil
}

func (w *jsonWriter) members(t *Type, v reflect.Value) error {
	if v.IsNil() {
		w.WriteString("null")
		return nil
	}
	type member struct {
		name  string
		value reflect.Value
	}
	var list []member
	for _, key := range v.MapKeys() {
		name, err := jsonKey(t.key, key)
		if err != nil {
			return err
		}
		list = append(list, member{name, v.MapIndex(key)})
	}
	slices.SortFunc(list, func(a, b member) int { return strings.Compare(a.name, b.name) })
	w.WriteByte('{')
	for i, m := range list {
		if i > 0 {
			w.WriteByte(',')
		}
		if err := w.native(reflect.ValueOf(m.name), false); err != nil {
			return err
		}
		w.WriteByte(':')
		if err := w.value(t.elem, m.value, false); err != nil {
			return err
		}
	}
	w.WriteByte('}')
	return nil
}

func jsonKey(t *Type, v reflect.Value) (string, error) {
	switch {
	case v.Kind() == reflect.String:
		return v.String(), nil
	case t.has(marshalText, marshals):
		text, err := callMarshal(t, v, marshalText)
		return string(text), err
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), nil
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10), nil
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, err := m.MarshalText()
		return string(text), err
	}
	failed("JSON of a map with keys of " + t.name)
	return "", nil
}

// jsonField is a field of a struct, or one that it has by embedding.
type jsonField struct {
	name   string
	tagged bool
	path   []int
	t      *Type
	omit   func(*Type, reflect.Value) bool
	quoted bool
}

func (w *jsonWriter) object(t *Type, v reflect.Value) error {
	w.WriteByte('{')
	first := true
fields:
	for _, f := range jsonFields(t) {
		v := v
		for i, index := range f.path {
			if i > 0 {
				if v.Kind() == reflect.Pointer {
					if v.IsNil() {
						continue fields
					}
					v = v.Elem()
				}
			}
			if v = v.Field(index); v.Kind() == reflect.Interface && i < len(f.path)-1 {
				v = v.Elem()
			}
		}
		if f.omit != nil && f.omit(f.t, v) {
			continue
		}
		if !first {
			w.WriteByte(',')
		}
		first = false
		if err := w.native(reflect.ValueOf(f.name), false); err != nil {
			return err
		}
		w.WriteByte(':')
		if err := w.value(f.t, v, f.quoted); err != nil {
			return err
		}
	}
	w.WriteByte('}')
	return nil
}

// jsonFields lists the fields that are written, in order. Of several with one name
// the one that is least deeply embedded counts, then the one with a tag, then none.
func jsonFields(t *Type) []jsonField {
	var all []jsonField
	var collect func(t *Type, path []int, on map[*Type]bool)
	collect = func(t *Type, path []int, on map[*Type]bool) {
		if on[t] {
			return
		}
		on[t] = true
		defer delete(on, t)
		for i, field := range t.fields {
			to := field.t
			if field.embedded && to.kind == "pointer" {
				to = to.elem
			}
			inner := field.embedded && to != nil && to.kind == "struct"
			if !field.exported && !inner {
				continue
			}
			tag := reflect.StructTag(field.tag).Get("json")
			if tag == "-" {
				continue
			}
			name, options, _ := strings.Cut(tag, ",")
			at := append(slices.Clone(path), i)
			if inner && name == "" {
				collect(to, at, on)
				continue
			}
			f := jsonField{name: cmp.Or(name, field.name), tagged: name != "", path: at, t: field.t}
			for option := range strings.SplitSeq(options, ",") {
				switch option {
				case "string":
					f.quoted = true
				case "omitempty":
					f.omit = either(f.omit, jsonEmpty)
				case "omitzero":
					f.omit = either(f.omit, jsonZero)
				}
			}
			all = append(all, f)
		}
	}
	collect(t, nil, map[*Type]bool{})
	return slices.DeleteFunc(slices.Clone(all), func(f jsonField) bool {
		return slices.ContainsFunc(all, func(g jsonField) bool {
			if g.name != f.name || slices.Equal(g.path, f.path) {
				return false
			}
			if len(g.path) != len(f.path) {
				return len(g.path) < len(f.path)
			}
			return g.tagged || !f.tagged
		})
	})
}

func either(a, b func(*Type, reflect.Value) bool) func(*Type, reflect.Value) bool {
	if a == nil {
		return b
	}
	return func(t *Type, v reflect.Value) bool { return a(t, v) || b(t, v) }
}

func jsonEmpty(_ *Type, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	case reflect.Func, reflect.Chan:
		return false
	}
	return v.IsZero()
}

func jsonZero(t *Type, v reflect.Value) bool {
	if t.has("IsZero", "() bool") && !(v.Kind() == reflect.Pointer && v.IsNil()) {
		return Box{t, v.Interface()}.call("IsZero")[0].Bool()
	}
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok && t.kind == "native" {
		return z.IsZero()
	}
	return v.IsZero()
}

// plainJSON takes from an error of writing JSON what it says of boxes.
func plainJSON(err error) error {
	var e *json.MarshalerError
	if errors.As(err, &e) && reflect.Zero(e.Type).Type().Implements(reflect.TypeFor[boxed]()) {
		return plainJSON(e.Err)
	}
	return err
}

// MarshalJSON is json.Marshal.
func MarshalJSON(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	return text, plainJSON(err)
}

// MarshalIndentJSON is json.MarshalIndent.
func MarshalIndentJSON(v any, prefix, indent string) ([]byte, error) {
	text, err := json.MarshalIndent(v, prefix, indent)
	return text, plainJSON(err)
}

// EncodeJSON is (*json.Encoder).Encode.
func EncodeJSON(e *json.Encoder, v any) error { return plainJSON(e.Encode(v)) }

// ReadJSON gives an error of reading JSON the name of the type that was read into.
func ReadJSON(err error, root string) error {
	var e *json.UnmarshalTypeError
	if errors.As(err, &e) {
		if e.Type.Kind() == reflect.Struct && e.Type.Name() == "" {
			failed(err.Error())
		}
		if e.Struct == "" && e.Field != "" {
			e.Struct = root
		}
	}
	return err
}
