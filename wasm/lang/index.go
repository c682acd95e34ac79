package lang

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// bound is an index that is known to be in range of a container while both are
// left alone.
type bound struct {
	index     types.Object
	container string
}

// index writes a[i], with a check of the index before the statement unless it is
// known to be in range: the interpreter's own failure does not say what Go's says.
func (f *function) index(x *ast.IndexExpr) string {
	t := f.typeOf(x.X)
	if m, ok := t.Underlying().(*types.Map); ok {
		return f.mapIndex(x, m, false)
	}
	parts := f.sequence(2, func(i int) part {
		if i == 0 {
			return part{s: f.held(f.operand(x.X))}
		}
		return part{s: f.indexValue(x.Index)}
	})
	container, index := parts[0].s, parts[1].s
	length := "len(" + container + ")"
	u := t.Underlying()
	if p, ok := u.(*types.Pointer); ok {
		container = "(*" + f.notNil(x, container) + ")"
		u = p.Elem().Underlying()
	}
	if a, ok := u.(*types.Array); ok {
		length = fmt.Sprint(a.Len())
	}
	f.checkIndex(x, u, container, length, &index)
	return container + "[" + index + "]"
}

// mapIndex writes m[k], to be read or written.
func (f *function) mapIndex(x *ast.IndexExpr, m *types.Map, write bool) string {
	parts := f.sequence(2, func(i int) part {
		if i == 0 {
			s := f.operand(x.X)
			if isInterface(m.Key()) {
				s = f.held(s)
			}
			return part{s: s}
		}
		return part{s: f.key(x.Index, m, "")}
	})
	if isInterface(m.Key()) && !write && strings.HasPrefix(parts[1].s, "rt.Key(") {
		parts[1].s = strings.Replace(parts[1].s, "rt.Key(false", "rt.Key(len("+parts[0].s+") == 0", 1)
	}
	return parts[0].s + "[" + parts[1].s + "]"
}

// indexValue writes an index as an int.
func (f *function) indexValue(x ast.Expr) string {
	if tv := f.unit.info.Types[x]; tv.Value != nil {
		return constant.ToInt(tv.Value).ExactString()
	}
	s := f.expr(x)
	if b, ok := types.Unalias(f.typeOf(x)).(*types.Basic); !ok || b.Kind() != types.Int {
		return f.hold("int(" + s + ")")
	}
	return f.held(s)
}

func (f *function) checkIndex(x *ast.IndexExpr, container types.Type, s, length string, index *string) {
	if f.unit.info.Types[x.Index].Value != nil {
		if _, ok := container.(*types.Array); ok {
			return // the type checker has looked
		}
		f.emit("if %s >= %s { rt.Index(%s, %s, %d) }", *index, length, *index, length, f.site(x))
		return
	}
	if f.inRange(x.Index, s) {
		return
	}
	negative := ""
	if b, ok := f.typeOf(x.Index).Underlying().(*types.Basic); !ok || b.Kind() != types.Uint8 && b.Kind() != types.Uint16 && b.Kind() != types.Uint32 {
		if !f.notNegative(x.Index) {
			negative = *index + " < 0 || "
		}
	}
	f.emit("if %s%s >= %s { rt.Index(%s, %s, %d) }", negative, *index, length, *index, length, f.site(x))
}

// inRange reports whether an enclosing loop keeps the index in range.
func (f *function) inRange(index ast.Expr, container string) bool {
	id, ok := ast.Unparen(index).(*ast.Ident)
	if !ok {
		return false
	}
	obj := f.object(id)
	for _, b := range f.proven {
		if b.index == obj && b.container == container {
			return true
		}
	}
	return false
}

// notNegative reports whether an enclosing loop counts the index up from zero.
func (f *function) notNegative(index ast.Expr) bool {
	id, ok := ast.Unparen(index).(*ast.Ident)
	if !ok {
		return false
	}
	obj := f.object(id)
	for _, b := range f.proven {
		if b.index == obj && b.container == "" {
			return true
		}
	}
	return false
}

// key writes a map's key. One that Go could not hash must fail as Go does.
func (f *function) key(x ast.Expr, m *types.Map, empty string) string {
	s := f.elementOf(x, m.Key())
	if s == "nil" {
		if isInterface(m.Key()) {
			return "rt.Nil()"
		}
		return "(" + f.raw(m.Key()) + ")(nil)"
	}
	if isInterface(m.Key()) && f.unit.info.Types[x].Value == nil {
		return fmt.Sprintf("rt.Key(%s, %s, %d)", nonEmpty(empty, "false"), s, f.site(x))
	}
	return s
}

// slice writes a[low:high:max].
func (f *function) slice(x *ast.SliceExpr) string {
	t := f.typeOf(x.X)
	_, isArray := t.Underlying().(*types.Array)
	_, isPointer := t.Underlying().(*types.Pointer)
	list := []ast.Expr{x.Low, x.High, x.Max}
	parts := f.sequence(4, func(i int) part {
		if i == 0 {
			if isArray {
				return part{s: f.held("(*" + f.address(x.X) + ")")}
			}
			s := f.operand(x.X)
			if _, ok := t.Underlying().(*types.Pointer); ok {
				s = "(*" + s + ")"
			}
			return part{s: f.held(s)}
		}
		if list[i-1] == nil {
			return part{}
		}
		return part{s: f.indexValue(list[i-1])}
	})
	s, low, high, max := parts[0].s, parts[1].s, parts[2].s, parts[3].s
	if low != "" || high != "" || max != "" {
		capacity := "cap"
		if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
			capacity = "len"
		}
		if low == "" {
			low = "0"
		}
		upper := high
		if upper == "" {
			upper = "len(" + s + ")"
		}
		if max == "" {
			exact := capacity == "len" || isArray || isPointer
			f.emit("if %s%s > %s(%s) { rt.Slice(len(%s), %s, %s, %s(%s), %t, %d) }",
				f.disorder(x, low, upper), upper, capacity, s, s, low, nonEmpty(high, "-1"), capacity, s, exact, f.site(x))
		} else {
			f.emit("rt.Slice3(%s, %s, %s, cap(%s), %d)", low, upper, max, s, f.site(x))
		}
		if max != "" {
			return fmt.Sprintf("%s[%s:%s:%s]", s, low, upper, max)
		}
	}
	return s + "[" + strings.TrimPrefix(low, "0") + ":" + high + "]"
}

// disorder writes the part of a slice check that compares the bounds with each
// other and with zero, as far as it can fail.
func (f *function) disorder(x *ast.SliceExpr, low, upper string) string {
	if low != "0" {
		if x.Low != nil && f.unit.info.Types[x.Low].Value != nil {
			return upper + " < " + low + " || "
		}
		return low + " < 0 || " + upper + " < " + low + " || "
	}
	if x.High == nil || f.unit.info.Types[x.High].Value != nil {
		return ""
	}
	return upper + " < 0 || "
}

func nonEmpty(s, or string) string {
	if s == "" {
		return or
	}
	return s
}
