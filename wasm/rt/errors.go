package rt

import (
	"errors"
	"reflect"
)

// As is errors.As for a target of the program's own or any other type: elem
// describes what *target is, pointer what target is.
func As(err error, target any, elem, pointer int) bool {
	if target == nil || reflect.ValueOf(target).IsNil() {
		panic("errors: target must be a non-nil pointer")
	}
	t := types[elem]
	asked := target
	if types[pointer].kind != "native" {
		asked = NewBox(pointer, target)
	}
	return as(err, target, asked, t)
}

func as(err error, target, asked any, t *Type) bool {
	for err != nil {
		if is(err, t) {
			if t.kind == "interface" {
				if t.compiled {
					Cast(err, target)
				} else {
					reflect.ValueOf(target).Elem().Set(reflect.ValueOf(Unwrap(err)))
				}
			} else {
				Open(err, target)
			}
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(asked) {
			return true
		}
		if x, ok := err.(interface{ Unwrap() []error }); ok {
			for _, err := range x.Unwrap() {
				if err != nil && as(err, target, asked, t) {
					return true
				}
			}
			return false
		}
		err = errors.Unwrap(err)
	}
	return false
}
