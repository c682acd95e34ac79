package operation

import (
	"go/ast"
	"go/token"
	"go/types"

	"awaitgo/wasm/checker/program"
)

// Operation is one in the source.
type Operation struct {
	File string
	Line int // from 1
	Last int // the last line on which the call may be reported
	// Kind is go, make, send, receive, select, close, lock, unlock, rlock, runlock,
	// wait, count, cond, signal, once, semaphore, sleep, timer, context, input or
	// network.
	Kind string
	// Name is the operand as written: the channel, the lock, the variable that is made,
	// the function that a goroutine begins with.
	Name string
	// Type is what the object is, where the kind leaves that open: mutex or rwmutex,
	// timer or ticker.
	Type string
	// Cases are those of a select, without the default, in order.
	Cases []Case
}

// Case is a case of a select.
type Case struct {
	Line int
	Send bool
	Name string // the channel
}

// List returns the operations of a program, in the order of the source.
func List(p *program.Program) []Operation {
	var list []Operation
	for _, name := range p.Names {
		f := &finder{p: p, file: name, names: map[ast.Node]string{}}
		for _, decl := range p.Files[name].Decls {
			f.declaration(decl)
		}
		list = append(list, f.list...)
	}
	return list
}

// finder lists the operations of a file.
type finder struct {
	p     *program.Program
	file  string
	list  []Operation
	names map[ast.Node]string // what function literals are called, and what calls give their results to
}

func (f *finder) line(pos token.Pos) int { return f.p.Fset.Position(pos).Line }

func (f *finder) add(kind string, from, to token.Pos, name string) *Operation {
	f.list = append(f.list, Operation{File: f.file, Line: f.line(from), Last: f.line(to), Kind: kind, Name: name})
	return &f.list[len(f.list)-1]
}

func (f *finder) declaration(decl ast.Decl) {
	outer := "init"
	if fd, ok := decl.(*ast.FuncDecl); ok {
		outer = functionName(fd)
	}
	f.nameLiterals(decl, outer, ".func")
	f.walk(decl)
}

// functionName names a function as people do: a method with its type.
func functionName(fd *ast.FuncDecl) string {
	if fd.Recv == nil || len(fd.Recv.List) == 0 {
		return fd.Name.Name
	}
	t := fd.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	switch x := t.(type) {
	case *ast.IndexExpr:
		t = x.X
	case *ast.IndexListExpr:
		t = x.X
	}
	return types.ExprString(t) + "." + fd.Name.Name
}

// nameLiterals gives the function literals within n the names that Go gives them:
// outer.func1, outer.func2, and within these outer.func1.1.
func (f *finder) nameLiterals(n ast.Node, outer, infix string) {
	count := 0
	ast.Inspect(n, func(n ast.Node) bool {
		literal, ok := n.(*ast.FuncLit)
		if !ok {
			return true
		}
		count++
		name := outer + infix + itoa(count)
		f.names[literal] = name
		f.nameLiterals(literal.Body, name, ".")
		return false
	})
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func (f *finder) walk(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			f.add("go", n.Go, n.Go, f.function(n.Call.Fun))
		case *ast.SendStmt:
			f.add("send", n.Pos(), n.End(), types.ExprString(n.Chan))
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				f.add("receive", n.Pos(), n.End(), types.ExprString(n.X))
			}
		case *ast.RangeStmt:
			if _, ok := f.underlying(n.X).(*types.Chan); ok {
				f.add("receive", n.For, n.X.End(), types.ExprString(n.X))
			}
		case *ast.SelectStmt:
			f.selection(n)
		case *ast.AssignStmt:
			f.assigned(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			lhs := make([]ast.Expr, len(n.Names))
			for i, name := range n.Names {
				lhs[i] = name
			}
			f.assigned(lhs, n.Values)
		case *ast.KeyValueExpr:
			f.names[n.Value] = types.ExprString(n.Key)
		case *ast.CallExpr:
			f.call(n)
		}
		return true
	})
}

func (f *finder) underlying(x ast.Expr) types.Type {
	if t := f.p.Info.TypeOf(x); t != nil {
		return t.Underlying()
	}
	return nil
}

// assigned notes to what calls give their results. Of several results the first that
// has a name counts, but for errgroup.WithContext, which makes two things.
func (f *finder) assigned(lhs, rhs []ast.Expr) {
	for i, x := range rhs {
		if len(lhs) == len(rhs) || i == 0 && len(lhs) > 0 {
			f.names[ast.Unparen(x)] = types.ExprString(lhs[i])
		}
	}
	if len(rhs) == 1 && len(lhs) == 2 {
		if call, ok := ast.Unparen(rhs[0]).(*ast.CallExpr); ok && f.callee(call) == "golang.org/x/sync/errgroup.WithContext" {
			f.names[call] = types.ExprString(lhs[1])
		}
	}
}

func (f *finder) selection(s *ast.SelectStmt) {
	op := Operation{File: f.file, Line: f.line(s.Select), Last: f.line(s.Select), Kind: "select"}
	for _, c := range s.Body.List {
		switch comm := c.(*ast.CommClause).Comm.(type) {
		case nil:
		case *ast.SendStmt:
			op.Cases = append(op.Cases, Case{f.line(comm.Pos()), true, types.ExprString(comm.Chan)})
		case *ast.ExprStmt:
			op.Cases = append(op.Cases, f.receiveCase(comm.Pos(), comm.X))
		case *ast.AssignStmt:
			op.Cases = append(op.Cases, f.receiveCase(comm.Pos(), comm.Rhs[0]))
		}
	}
	f.list = append(f.list, op)
}

func (f *finder) receiveCase(pos token.Pos, x ast.Expr) Case {
	name := ""
	if recv, ok := ast.Unparen(x).(*ast.UnaryExpr); ok {
		name = types.ExprString(recv.X)
	}
	return Case{Line: f.line(pos), Name: name}
}

// function names what a goroutine begins with.
func (f *finder) function(fun ast.Expr) string {
	fun = ast.Unparen(fun)
	if name, ok := f.names[fun]; ok {
		return name
	}
	if obj, ok := f.object(fun).(*types.Func); ok {
		if recv := obj.Signature().Recv(); recv != nil {
			t := recv.Type()
			if p, ok := t.(*types.Pointer); ok {
				t = p.Elem()
			}
			if named, ok := types.Unalias(t).(*types.Named); ok {
				return named.Obj().Name() + "." + obj.Name()
			}
		}
		if obj.Pkg() == f.p.Types {
			return obj.Name()
		}
	}
	return types.ExprString(fun)
}

func (f *finder) object(fun ast.Expr) types.Object {
	switch x := fun.(type) {
	case *ast.Ident:
		return f.p.Info.Uses[x]
	case *ast.SelectorExpr:
		return f.p.Info.Uses[x.Sel]
	case *ast.IndexExpr:
		return f.object(x.X)
	case *ast.IndexListExpr:
		return f.object(x.X)
	}
	return nil
}

// callee returns the full name of a function of another package that is called: for a
// method "path.Type.Method".
func (f *finder) callee(call *ast.CallExpr) string {
	obj, ok := f.object(ast.Unparen(call.Fun)).(*types.Func)
	if !ok || obj.Pkg() == nil || obj.Pkg() == f.p.Types {
		return ""
	}
	name := obj.Pkg().Path() + "."
	if recv := obj.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem()
		}
		if named, ok := types.Unalias(t).(*types.Named); ok {
			name += named.Obj().Name() + "."
		}
	}
	return name + obj.Name()
}
