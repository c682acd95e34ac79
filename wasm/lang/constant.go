package lang

import (
	"fmt"
	"go/constant"
	"go/types"
	"math"
	"strconv"
	"strings"
)

// constant writes a constant as a value of the type, which may be an interface.
func (f *function) constant(v constant.Value, from, to types.Type) string {
	if isInterface(to) {
		from = types.Default(from)
		return f.convert(f.constant(v, from, from), from, to)
	}
	basic, ok := to.Underlying().(*types.Basic)
	if !ok {
		f.refuse(nil, "the instant engine can't write a constant of type %s", to)
	}
	raw := f.raw(to)
	text := literal(v, basic)
	switch raw {
	case "int", "string", "bool":
		return text
	}
	return raw + "(" + text + ")"
}

func literal(v constant.Value, t *types.Basic) string {
	info := t.Info()
	switch {
	case info&types.IsBoolean != 0:
		return strconv.FormatBool(constant.BoolVal(v))
	case info&types.IsString != 0:
		if v.Kind() == constant.Int { // string(65) is no constant conversion here
			i, _ := constant.Int64Val(v)
			return strconv.Quote(string(rune(i)))
		}
		return strconv.Quote(constant.StringVal(v))
	case info&types.IsInteger != 0:
		return constant.ToInt(v).ExactString()
	case info&types.IsFloat != 0:
		return float(v, t.Kind() == types.Float32)
	case info&types.IsComplex != 0:
		small := t.Kind() == types.Complex64
		return fmt.Sprintf("complex(%s, %s)", float(constant.Real(v), small), float(constant.Imag(v), small))
	}
	return "nil"
}

func float(v constant.Value, small bool) string {
	v = constant.ToFloat(v)
	if small {
		f, _ := constant.Float32Val(v)
		return floatText(float64(f), 32)
	}
	f, _ := constant.Float64Val(v)
	return floatText(f, 64)
}

// floatText has a point or an exponent, so that the interpreter takes it as a float.
func floatText(f float64, bits int) string {
	if math.IsInf(f, 0) {
		return "1e400"
	}
	s := strconv.FormatFloat(f, 'g', -1, bits)
	if !strings.ContainsAny(s, ".e") {
		s += ".0"
	}
	return s
}
