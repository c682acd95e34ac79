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

// Slice panics as s[low:high] does; high is -1 if it is left out.
func Slice(s any, low, high, capacity int, isString bool, site int) {
	at(site)
	n := reflect.ValueOf(s).Len()
	switch {
	case isString && high == -1:
		panicIf(func() { str := zeros(n); sink = str[low:] })
	case isString:
		panicIf(func() { str := zeros(n); sink = str[low:high] })
	case high == -1:
		z := make([]struct{}, n, capacity)
		sink = z[low:]
	case reflect.ValueOf(s).Kind() == reflect.Array:
		z := make([]struct{}, n)
		if high > n {
			// Of an array Go says its length.
			sink = z[:n:n][low:high]
		}
		sink = z[low:high]
	default:
		z := make([]struct{}, n, capacity)
		sink = z[low:high]
	}
}

func panicIf(f func()) { f() }

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
