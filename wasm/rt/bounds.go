package rt

import (
	"reflect"
)

// The functions below are called when a check in the program has failed. They do
// compiled what the program would have done, so that the panic is the runtime's.

var sink any

// Index panics as a[i] does.
func Index(i, n int, site int) {
	at(site)
	s := make([]struct{}, n)
	sink = s[i]
}

// Slice panics as s[low:high] does for an s of n elements; high is -1 if it is left
// out. Of arrays and strings Go names the length, of slices the capacity.
func Slice(n, low, high, capacity int, exact bool, site int) {
	at(site)
	s, z := zeros(n), make([]struct{}, n, capacity)
	switch {
	case exact && high == -1:
		sink = s[low:]
	case exact:
		sink = s[low:high]
	case high == -1:
		sink = z[low:]
	default:
		sink = z[low:high]
	}
}

func zeros(n int) string { return string(make([]byte, n)) }

// Slice3 panics as s[low:high:max] does if it is out of bounds.
func Slice3(low, high, max, capacity, site int) {
	if low < 0 || high < low || max < high || max > capacity {
		at(site)
		z := make([]struct{}, capacity)
		sink = z[low:high:max]
	}
}

// Make panics as make does: argument 0 is the length, 1 the capacity.
func Make(argument int, isChan bool, site int) {
	at(site)
	n := -1
	switch {
	case isChan:
		sink = make(chan int, n)
	case argument == 0:
		sink = make([]int, n)
	default:
		sink = make([]int, 1, -n-1)
	}
}

// Shift panics as a shift by a negative count does.
func Shift(site int) {
	at(site)
	n := -1
	sink = 1 << n
}

// ToArray panics as the conversion of a slice to an array does.
func ToArray(have, want, site int) {
	if have < want {
		at(site)
		panic(&uncomparable{"cannot convert slice with length " + itoa(have) + " to array or pointer to array with length " + itoa(want)})
	}
}

// NilDereference panics as the use of a nil pointer does.
func NilDereference(site int) {
	at(site)
	nilDereference()
}

func nilDereference() {
	var p *int
	sink = *p
}

// Clear does what clear does.
func Clear(v any) { reflect.ValueOf(v).Clear() }
