package lang

import (
	"go/types"
	"slices"
)

// The interpreter makes a recursive struct by putting its type into itself once it
// is there. Two structs that lead to each other, or one that is a map's key in
// itself, end as several types that should be one. Such cycles are cut: a field that
// leads back is opaque, an rt.Any that holds the value.

// cut reports whether the i-th field of the struct is opaque.
func (l *lowerer) cut(t types.Type, i int) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !isOwn(named) {
		return false
	}
	info := l.types.of(named)
	if info.cuts == nil {
		l.cutCycles(info)
	}
	return info.cuts[i]
}

// cutCycles decides for all structs that lead to each other. In an order in which
// a struct comes before those that it contains, fields that lead to an earlier one
// are cut.
func (l *lowerer) cutCycles(first *typ) {
	group := l.cycle(first)
	var order []*typ
	var place func(t *typ)
	place = func(t *typ) {
		if slices.Contains(order, t) {
			return
		}
		// Containers first: they go to the front after what they contain is placed.
		for _, inner := range group {
			if l.contains(t, inner) {
				place(inner)
			}
		}
		order = append(order, t)
	}
	for _, t := range slices.Backward(group) {
		place(t)
	}
	slices.Reverse(order)
	for at, t := range order {
		s := t.Underlying().(*types.Struct)
		t.cuts = make([]bool, s.NumFields())
		for i := range t.cuts {
			for other, to := range order {
				if other < at && l.leads(s.Field(i).Type(), to, false) || other == at && l.leads(s.Field(i).Type(), to, true) {
					t.cuts[i] = true
				}
			}
		}
	}
	if first.cuts == nil {
		first.cuts = make([]bool, first.Underlying().(*types.Struct).NumFields())
	}
}

// cycle returns the structs that first leads to and that lead to it, itself included.
func (l *lowerer) cycle(first *typ) []*typ {
	reached := l.reachable(first)
	group := []*typ{first}
	for _, t := range reached {
		if t != first && slices.Contains(l.reachable(t), first) {
			group = append(group, t)
		}
	}
	return group
}

// reachable lists the named structs that a struct's fields lead to, in order.
func (l *lowerer) reachable(from *typ) []*typ {
	var list []*typ
	var visit func(t types.Type)
	seen := map[*typ]bool{}
	visit = func(t types.Type) {
		info := l.types.of(t)
		switch u := info.Type.(type) {
		case *types.Named:
			if !isOwn(u) || seen[info] {
				return
			}
			seen[info] = true
			if _, ok := u.Underlying().(*types.Struct); ok {
				list = append(list, info)
			}
		}
		l.parts(info.Type.Underlying(), visit)
	}
	l.parts(from.Underlying(), visit)
	return list
}

// parts calls visit for the types that an unnamed type is made of.
func (l *lowerer) parts(t types.Type, visit func(types.Type)) {
	switch u := t.(type) {
	case *types.Pointer:
		visit(u.Elem())
	case *types.Slice:
		visit(u.Elem())
	case *types.Array:
		visit(u.Elem())
	case *types.Chan:
		visit(u.Elem())
	case *types.Map:
		visit(u.Key())
		visit(u.Elem())
	case *types.Signature:
		for _, tuple := range []*types.Tuple{u.Params(), u.Results()} {
			for v := range tuple.Variables() {
				visit(v.Type())
			}
		}
	case *types.Struct:
		for f := range u.Fields() {
			visit(f.Type())
		}
	}
}

// contains reports whether values of t hold values of inner, without a pointer between.
func (l *lowerer) contains(t, inner *typ) bool {
	found := false
	var visit func(types.Type)
	visit = func(x types.Type) {
		if l.types.of(x) == inner {
			found = true
		}
		switch u := x.Underlying().(type) {
		case *types.Array:
			visit(u.Elem())
		case *types.Struct:
			for f := range u.Fields() {
				visit(f.Type())
			}
		}
	}
	for f := range t.Underlying().(*types.Struct).Fields() {
		visit(f.Type())
	}
	return found
}

// leads reports whether a field's type mentions the struct; or, if deep, whether it
// does so where the interpreter does not put the struct into itself: in a map's key, or
// in a function's type unless that is the field's own.
func (l *lowerer) leads(t types.Type, to *typ, deep bool) bool {
	found := false
	top := l.types.of(t)
	seen := map[*typ]bool{}
	var visit func(t types.Type, deeply bool)
	visit = func(t types.Type, deeply bool) {
		info := l.types.of(t)
		if info == to {
			found = found || deeply || !deep
			return
		}
		if named, ok := info.Type.(*types.Named); ok {
			if _, isStruct := named.Underlying().(*types.Struct); isStruct || !isOwn(named) || seen[info] {
				return
			}
			seen[info] = true
		}
		if m, ok := info.Underlying().(*types.Map); ok {
			visit(m.Key(), true)
			visit(m.Elem(), deeply)
			return
		}
		_, isFunc := info.Underlying().(*types.Signature)
		l.parts(info.Underlying(), func(part types.Type) { visit(part, deeply || isFunc && info != top) })
	}
	visit(t, false)
	return found
}
