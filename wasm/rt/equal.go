package rt

import "reflect"

// uncomparable is a comparison or hash of values that have none.
type uncomparable struct{ text string }

func (e *uncomparable) Error() string { return "runtime error: " + e.text }
func (e *uncomparable) RuntimeError() {}

// unhashable is worded without the prefix of other runtime errors, as Go's is.
type unhashable struct{ name string }

func (e *unhashable) Error() string { return "hash of unhashable type: " + e.name }
func (e *unhashable) RuntimeError() {}

// Equal compares two interfaces as == does.
func Equal(x, y any) bool {
	x, y = Unwrap(x), Unwrap(y)
	if bx, ok := x.(boxed); ok {
		if by, ok := y.(boxed); ok && bx.box().t == by.box().t && bx.box().t.uncomparable {
			panic(&uncomparable{"comparing uncomparable type " + bx.box().t.name})
		}
	}
	return x == y
}

// Key returns a map's key, or panics as Go does if it can't be hashed.
// Of a map that is empty, what is read does not even get hashed.
func Key(empty bool, k any, site int) any {
	k = Unwrap(k)
	if b, ok := k.(boxed); ok {
		if b.box().t.uncomparable {
			at(site)
			if !empty {
				panic(&uncomparable{"hash of unhashable type " + b.box().t.name})
			}
			panic(&unhashable{b.box().t.name})
		}
		if !mayNotHash(reflect.TypeOf(b.box().v)) {
			return k
		}
	}
	if k != nil && mayNotHash(reflect.TypeOf(k)) {
		at(site)
		if !empty {
			sink = map[any]bool{0: true}[k]
		}
		sink = map[any]bool{}[k]
	}
	return k
}

// mayNotHash reports whether only a try can tell that a value has a hash. The
// interpreter's own way to a map's element would word a failure as another one's.
func mayNotHash(t reflect.Type) bool {
	return t != nil && (!t.Comparable() || t.Kind() == reflect.Struct || t.Kind() == reflect.Array)
}
