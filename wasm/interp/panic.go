package interp

import (
	"fmt"
	"reflect"
	"strconv"
)

// panicText words a panic's value as Go's runtime does: errors and Stringers speak
// for themselves, basic values are shown, and of all others the type alone.
func panicText(value any) string {
	if v, ok := value.(reflect.Value); ok && v.IsValid() && v.CanInterface() {
		value = v.Interface() // the interpreter panics with its own box around the value
	}
	switch v := value.(type) {
	case nil:
		return "nil"
	case error:
		return v.Error()
	case fmt.Stringer:
		return v.String()
	case string:
		return v
	}
	v := reflect.ValueOf(value)
	switch {
	case v.CanInt(), v.CanUint(), v.Kind() == reflect.Bool:
		return fmt.Sprintf("%T(%v)", value, value)
	case v.CanFloat():
		return fmt.Sprintf("%T(%s)", value, strconv.FormatFloat(v.Float(), 'e', 6, 64))
	}
	return fmt.Sprintf("(%T) %v", value, value)
}
