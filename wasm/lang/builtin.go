package lang

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// builtinCall writes a call of a builtin function.
func (f *function) builtinCall(name string, x *ast.CallExpr) string {
	t := f.typeOf(x)
	if _, ok := f.tupleArg(x); ok {
		f.refuse(x, "the instant engine can't pass the results of a call to %s", name)
	}
	switch name {
	case "len", "cap":
		arg := f.typeOf(x.Args[0])
		s := f.operand(x.Args[0])
		if p, ok := arg.Underlying().(*types.Pointer); ok {
			f.hold(s)
			return fmt.Sprint(p.Elem().Underlying().(*types.Array).Len())
		}
		if _, ok := arg.Underlying().(*types.Pointer); ok {
			s = "(*" + s + ")"
		}
		return name + "(" + s + ")"
	case "new":
		if !f.unit.info.Types[x.Args[0]].IsType() {
			to := types.Default(f.typeOf(x.Args[0]))
			if p, ok := t.Underlying().(*types.Pointer); ok {
				to = p.Elem()
			}
			p := f.temp()
			value := f.value(x.Args[0], to)
			f.emit("%s := new(%s)", p, f.raw(to))
			f.store("*"+p, value)
			return p
		}
		return "new(" + f.raw(f.typeOf(x.Args[0])) + ")"
	case "make":
		made := t.Underlying()
		if c, ok := made.(*types.Chan); ok {
			made = types.NewChan(types.SendRecv, c.Elem()) // a directional one can't be made by reflection
		}
		args := []string{f.raw(made)}
		for _, a := range x.Args[1:] {
			args = append(args, f.indexValue(a))
		}
		if _, isMap := t.Underlying().(*types.Map); isMap {
			return "make(" + args[0] + ")"
		}
		for i := range args[1:] {
			if f.unit.info.Types[x.Args[i+1]].Value == nil {
				_, isChan := t.Underlying().(*types.Chan)
				limit := "0"
				if i == 1 {
					limit = args[1]
				}
				f.emit("if %s < %s { rt.Make(%d, %t, %d) }", args[i+1], limit, i, isChan, f.site(x))
			}
		}
		if _, isChan := t.Underlying().(*types.Chan); isChan && f.opts.Log && f.unit == f.main {
			f.emit("rt.On(%d, nil)", f.site(x))
			return f.leaving("make("+strings.Join(args, ", ")+")", made)
		}
		return "make(" + strings.Join(args, ", ") + ")"
	case "append":
		if s := f.appendCall(x, t); f.isOpaque(t) {
			return "rt.Opaque(" + s + ")"
		} else {
			return s
		}
	case "copy":
		parts := f.sequence(2, func(i int) part { return part{s: f.expr(x.Args[i])} })
		return "copy(" + parts[0].s + ", " + parts[1].s + ")"
	case "min", "max":
		return f.minMax(name, x, t)
	case "complex":
		part0 := types.Typ[types.Float64]
		if b, ok := t.Underlying().(*types.Basic); ok && b.Kind() == types.Complex64 {
			part0 = types.Typ[types.Float32]
		}
		parts := f.sequence(2, func(i int) part { return part{s: f.value(x.Args[i], part0)} })
		return "complex(" + parts[0].s + ", " + parts[1].s + ")"
	case "real", "imag":
		return name + "(" + f.expr(x.Args[0]) + ")"
	case "recover":
		f.takeInternal("recovery", "*rt.Recoverer")
		if f.opts.Log {
			f.emit("rt.At(%d)", f.site(x))
			return f.leaving("rt.Recover(recovery)", anyType)
		}
		return "rt.Recover(recovery)"
	case "delete", "close", "panic", "print", "println", "clear":
		f.builtinStatement(name, x)
		return ""
	}
	f.refuse(x, "the instant engine can't do %s", name)
	return ""
}

func (f *function) appendCall(x *ast.CallExpr, t types.Type) string {
	elem := t.Underlying().(*types.Slice).Elem()
	parts := f.sequence(len(x.Args), func(i int) part {
		switch {
		case i == 0:
			s := f.operand(x.Args[0])
			if s == "nil" {
				s = "(" + f.raw(t.Underlying()) + ")(nil)"
			}
			return part{s: s}
		case len(x.Args) > 2 && !x.Ellipsis.IsValid():
			// All are evaluated before the first is stored: it may be stored in what
			// another reads.
			s := f.value(x.Args[i], elem)
			if strings.ContainsAny(s, "[*.") && f.unit.info.Types[x.Args[i]].Value == nil {
				s = f.holdAs(s, elem)
			}
			return part{s: s}
		case x.Ellipsis.IsValid():
			s := f.operand(x.Args[i])
			if b, ok := f.typeOf(x.Args[i]).Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
				s = "[]byte(" + s + ")"
			}
			return part{s: s}
		}
		return part{s: f.value(x.Args[i], elem)}
	})
	if len(parts) == 1 {
		return parts[0].s
	}
	if x.Ellipsis.IsValid() {
		if parts[1].s == "nil" {
			return parts[0].s
		}
		return "append(" + parts[0].s + ", " + parts[1].s + "...)"
	}
	var list []string
	for _, p := range parts {
		list = append(list, p.s)
	}
	return "append(" + strings.Join(list, ", ") + ")"
}

// minMax writes min and max by comparisons; floats have NaN and negative zero.
func (f *function) minMax(name string, x *ast.CallExpr, t types.Type) string {
	t = types.Default(t)
	parts := f.sequence(len(x.Args), func(i int) part { return part{s: f.value(x.Args[i], t)} })
	best := f.hold(parts[0].s)
	b := t.Underlying().(*types.Basic)
	for _, p := range parts[1:] {
		next := f.held(p.s)
		if b.Info()&types.IsFloat != 0 {
			f.emit("%s = %s(%s.%s(float64(%s), float64(%s)))", best, f.raw(t), f.use("math", "math"), strings.Title(name), best, next)
			continue
		}
		op := "<"
		if name == "max" {
			op = ">"
		}
		f.emit("if %s %s %s { %s = %s }", next, op, best, best, next)
	}
	return best
}

// builtinStatement writes a builtin that gives no value.
func (f *function) builtinStatement(name string, x *ast.CallExpr) {
	switch name {
	case "recover":
		f.emit("%s", f.builtinCall(name, x))
	case "copy":
		f.emit("%s", f.builtinCall(name, x))
	case "delete":
		m := f.typeOf(x.Args[0]).Underlying().(*types.Map)
		parts := f.sequence(2, func(i int) part {
			if i == 0 {
				return part{s: f.expr(x.Args[0])}
			}
			return part{s: f.key(x.Args[1], m, "")}
		})
		f.emit("delete(%s, %s)", parts[0].s, parts[1].s)
	case "close":
		f.emit("rt.Close(%s, %d)", f.expr(x.Args[0]), f.site(x))
	case "panic":
		f.emit("rt.Panic(%s, %d)", f.value(x.Args[0], anyType), f.site(x))
	case "clear":
		f.emit("rt.Clear(%s)", f.expr(x.Args[0]))
	case "print", "println":
		f.printable(name, x)
		parts := f.sequence(len(x.Args), func(i int) part {
			return part{s: f.value(x.Args[i], types.Default(f.typeOf(x.Args[i])))}
		})
		var list []string
		for _, p := range parts {
			list = append(list, p.s)
		}
		f.emit("rt.%s(%s)", strings.Title(name), strings.Join(list, ", "))
	default:
		f.refuse(x, "the instant engine can't do %s", name)
	}
}

// printable refuses a print of what shows as an address.
func (f *function) printable(name string, x *ast.CallExpr) {
	for _, arg := range x.Args {
		if b, ok := types.Default(f.typeOf(arg)).Underlying().(*types.Basic); !ok || b.Kind() == types.UntypedNil {
			f.refuse(x, "the instant engine can't %s an address", name)
		}
	}
}

// builtinThunk returns a function that does the builtin later, for go and defer.
func (f *function) builtinThunk(name string, x *ast.CallExpr) string {
	var taken []capture
	var values, names []string
	for _, arg := range x.Args {
		t := f.typeOf(arg)
		if name == "panic" {
			t = anyType
		}
		taken = append(taken, capture{f.temp(), f.raw(types.Default(t))})
		names = append(names, taken[len(taken)-1].name)
		values = append(values, f.value(arg, types.Default(t)))
	}
	list := strings.Join(names, ", ")
	switch name {
	case "close":
		list = fmt.Sprintf("rt.Close(%s, %d)", list, f.site(x))
	case "panic":
		list = fmt.Sprintf("rt.Panic(%s, %d)", list, f.site(x))
	case "delete":
		list = fmt.Sprintf("delete(%s)", list)
	case "print", "println":
		f.printable(name, x)
		list = fmt.Sprintf("rt.%s(%s)", strings.Title(name), list)
	default:
		f.refuse(x, "the instant engine can't defer %s", name)
	}
	return f.liftedWith(taken, values, list)
}

var anyType = types.Universe.Lookup("any").Type()
