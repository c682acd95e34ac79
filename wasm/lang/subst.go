package lang

import (
	"cmp"
	"go/types"
	"maps"
	"slices"
)

// env says which types the type parameters in scope stand for.
type env struct {
	params map[*types.TypeParam]types.Type
	// locals maps each type that is declared in a generic function to a generic type
	// of the same parameters. All functions of a program share it.
	locals map[*types.Named]*types.Named
}

// subst replaces type parameters by what they stand for.
func (e env) subst(t types.Type) types.Type {
	if len(e.params) == 0 || t == nil {
		return t
	}
	switch t := t.(type) {
	case *types.TypeParam:
		if to, ok := e.params[t]; ok {
			return to
		}
	case *types.Alias:
		return e.subst(types.Unalias(t))
	case *types.Named:
		args := t.TypeArgs()
		if args.Len() == 0 {
			return e.local(t)
		}
		list, changed := make([]types.Type, args.Len()), false
		for i := range list {
			list[i] = e.subst(args.At(i))
			changed = changed || list[i] != args.At(i)
		}
		if !changed {
			return t
		}
		inst, err := types.Instantiate(nil, t.Origin(), list, false)
		if err != nil {
			return t
		}
		return inst
	case *types.Pointer:
		if elem := e.subst(t.Elem()); elem != t.Elem() {
			return types.NewPointer(elem)
		}
	case *types.Slice:
		if elem := e.subst(t.Elem()); elem != t.Elem() {
			return types.NewSlice(elem)
		}
	case *types.Array:
		if elem := e.subst(t.Elem()); elem != t.Elem() {
			return types.NewArray(elem, t.Len())
		}
	case *types.Chan:
		if elem := e.subst(t.Elem()); elem != t.Elem() {
			return types.NewChan(t.Dir(), elem)
		}
	case *types.Map:
		key, elem := e.subst(t.Key()), e.subst(t.Elem())
		if key != t.Key() || elem != t.Elem() {
			return types.NewMap(key, elem)
		}
	case *types.Tuple:
		if vars, changed := e.vars(t); changed {
			return types.NewTuple(vars...)
		}
	case *types.Signature:
		params, changed := e.vars(t.Params())
		results, changed2 := e.vars(t.Results())
		if changed || changed2 {
			return types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), types.NewTuple(results...), t.Variadic())
		}
	case *types.Struct:
		fields, tags, changed := make([]*types.Var, t.NumFields()), make([]string, t.NumFields()), false
		for i := range fields {
			f := t.Field(i)
			tags[i] = t.Tag(i)
			fields[i] = f
			if typ := e.subst(f.Type()); typ != f.Type() {
				fields[i], changed = types.NewField(f.Pos(), f.Pkg(), f.Name(), typ, f.Embedded()), true
			}
		}
		if changed {
			return types.NewStruct(fields, tags)
		}
	case *types.Interface:
		methods, changed := make([]*types.Func, t.NumExplicitMethods()), false
		for i := range methods {
			m := t.ExplicitMethod(i)
			methods[i] = m
			if sig := e.subst(m.Type()); sig != m.Type() {
				methods[i], changed = types.NewFunc(m.Pos(), m.Pkg(), m.Name(), sig.(*types.Signature)), true
			}
		}
		embedded := make([]types.Type, t.NumEmbeddeds())
		for i := range embedded {
			embedded[i] = e.subst(t.EmbeddedType(i))
			changed = changed || embedded[i] != t.EmbeddedType(i)
		}
		if changed {
			return types.NewInterfaceType(methods, embedded).Complete()
		}
	case *types.Union:
		terms, changed := make([]*types.Term, t.Len()), false
		for i := range terms {
			terms[i] = t.Term(i)
			if typ := e.subst(terms[i].Type()); typ != terms[i].Type() {
				terms[i], changed = types.NewTerm(terms[i].Tilde(), typ), true
			}
		}
		if changed {
			return types.NewUnion(terms)
		}
	}
	return t
}

func (e env) vars(t *types.Tuple) (vars []*types.Var, changed bool) {
	for v := range t.Variables() {
		if typ := e.subst(v.Type()); typ != v.Type() {
			v, changed = types.NewVar(v.Pos(), v.Pkg(), v.Name(), typ), true
		}
		vars = append(vars, v)
	}
	return vars, changed
}

// local returns what a type of the generic function in scope is for these arguments: it
// is another one for each list of them. Other types are returned as they are.
func (e env) local(t *types.Named) types.Type {
	scope := t.Obj().Parent()
	if scope == nil || scope == types.Universe || t.Obj().Pkg() != nil && scope == t.Obj().Pkg().Scope() {
		return t
	}
	params := slices.SortedFunc(maps.Keys(e.params), func(p, q *types.TypeParam) int { return cmp.Compare(p.Index(), q.Index()) })
	if !slices.ContainsFunc(params, func(p *types.TypeParam) bool { return declaredIn(scope, p) }) {
		return t
	}
	generic := e.locals[t]
	if generic == nil {
		inner := env{map[*types.TypeParam]types.Type{}, e.locals}
		var list []*types.TypeParam
		for _, p := range params {
			obj := types.NewTypeName(p.Obj().Pos(), p.Obj().Pkg(), p.Obj().Name(), nil)
			q := types.NewTypeParam(obj, p.Constraint())
			list = append(list, q)
			inner.params[p] = q
		}
		generic = types.NewNamed(types.NewTypeName(t.Obj().Pos(), t.Obj().Pkg(), t.Obj().Name(), nil), nil, nil)
		generic.SetTypeParams(list)
		e.locals[t] = generic // before its fields are, which may lead back to it
		generic.SetUnderlying(inner.subst(t.Underlying()))
	}
	var args []types.Type
	for _, p := range params {
		args = append(args, e.params[p])
	}
	inst, err := types.Instantiate(nil, generic, args, false)
	if err != nil {
		return t
	}
	return inst
}

// declaredIn reports whether the scope, or one around it, declares the parameter.
func declaredIn(scope *types.Scope, p *types.TypeParam) bool {
	for ; scope != nil; scope = scope.Parent() {
		if scope.Lookup(p.Obj().Name()) == p.Obj() {
			return true
		}
	}
	return false
}
