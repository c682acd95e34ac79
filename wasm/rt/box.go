package rt

import "fmt"

// Box is what an interface holds if the value's type is the program's own, or made
// of such. It is comparable as the value is: equal boxes have one type and equal
// values.
type Box struct {
	t *Type
	v any // the raw value; of a type that can't be compared, an *alone
}

// alone keeps a value that Go could not compare, so that comparing boxes is as safe
// for compiled code as comparing pointers is. Comparisons of the program itself
// come here first and panic as they should.
type alone struct{ v any }

// ErrorBox is a Box of a type that is an error.
type ErrorBox struct{ Box }

// ErrorsBox is a Box of an error that wraps several.
type ErrorsBox struct{ Box }

// boxed is what all boxes are.
type boxed interface{ box() Box }

func (b Box) box() Box { return b }

func (b Box) raw() any {
	if a, ok := b.v.(*alone); ok {
		return a.v
	}
	return b.v
}

// NewBox puts a raw value of the described type into an interface.
func NewBox(desc int, v any) any {
	t := types[desc]
	if t.uncomparable {
		v = &alone{v}
	}
	b := Box{t, v}
	switch {
	case t.wrapsMany:
		return ErrorsBox{b}
	case t.isError:
		return ErrorBox{b}
	}
	return b
}

// BoxError is NewBox for a type that is an error.
func BoxError(desc int, v any) error { return NewBox(desc, v).(error) }

// Value returns what it is given. The interpreter's call of it makes an interface
// of any value in the one way in which it is always right.
func Value(v any) any { return v }

// Unwrap returns what an interface with methods holds: an own value in an adapter
// is taken out of it.
func Unwrap(v any) any {
	if a, ok := v.(adapted); ok {
		return a.adapted()
	}
	return unwrapForeign(v)
}

// unbox returns the box, if the interface holds one.
func unbox(v any) (Box, bool) {
	if b, ok := Unwrap(v).(boxed); ok {
		return b.box(), true
	}
	return Box{}, false
}

func (b Box) Format(s fmt.State, verb rune) { format(s, verb, b) }

func (b ErrorBox) Error() string { return b.call("Error")[0].String() }

// Is, As and Unwrap answer for a type that has no such method what package errors
// would have concluded from its absence.
func (b ErrorBox) Is(target error) bool { return b.is(target) }
func (b ErrorBox) As(target any) bool   { return b.as(target) }

func (b ErrorBox) Unwrap() error {
	if !b.t.has("Unwrap", "() error") {
		return nil
	}
	err, _ := b.call("Unwrap")[0].Interface().(error)
	return err
}

func (b ErrorsBox) Error() string        { return b.call("Error")[0].String() }
func (b ErrorsBox) Is(target error) bool { return b.is(target) }
func (b ErrorsBox) As(target any) bool   { return b.as(target) }

func (b ErrorsBox) Unwrap() []error {
	errs, _ := b.call("Unwrap")[0].Interface().([]error)
	return errs
}

func (b Box) is(target error) bool {
	return b.t.has("Is", "(error) bool") && b.call("Is", target)[0].Bool()
}

func (b Box) as(target any) bool {
	return b.t.has("As", "(interface {}) bool") && b.call("As", target)[0].Bool()
}
