package rt

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
)

// MarshalJSON writes the raw value, whose fields have tags with the names that they
// have in Go, or asks the value's own method.
func (b Box) MarshalJSON() ([]byte, error) {
	if b.t.has("MarshalJSON", "() ([]uint8, error)") {
		out := b.call("MarshalJSON")
		err, _ := out[1].Interface().(error)
		return out[0].Bytes(), err
	}
	if b.t.has("MarshalText", "() ([]uint8, error)") {
		out := b.call("MarshalText")
		if err, _ := out[1].Interface().(error); err != nil {
			return nil, err
		}
		return json.Marshal(string(out[0].Bytes()))
	}
	if why := unwritable(b.t, map[*Type]bool{b.t: true}); why != "" {
		failed(fmt.Sprintf("JSON of %s: %s", b.t.name, why))
	}
	text, err := json.Marshal(b.raw())
	if err != nil {
		failed(fmt.Sprintf("JSON of %s: %v", b.t.name, err))
	}
	return text, nil
}

// unwritable says what of a type keeps its raw JSON from being right.
func unwritable(t *Type, seen map[*Type]bool) string {
	parts := []*Type{t.elem, t.key}
	for _, f := range t.fields {
		if f.embedded {
			return "the field " + f.name + " is embedded"
		}
		if f.exported {
			parts = append(parts, f.t)
		}
	}
	for _, part := range parts {
		if part == nil || seen[part] {
			continue
		}
		seen[part] = true
		if part.set["MarshalJSON"] != "" || part.set["MarshalText"] != "" {
			return part.name + " has its own way to be written"
		}
		if why := unwritable(part, seen); why != "" {
			return why
		}
	}
	return ""
}

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
