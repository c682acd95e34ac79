package lang

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// rangeFunc is a loop over an iterator function. Its body becomes a function of its
// own. Where the body leaves the loop for anything but the next iteration, it notes
// in an rt.Loop how, returns false, and the code after the call goes on from there.
type rangeFunc struct {
	outer   *function // that has the loop
	label   *label
	state   string   // the rt.Loop
	cells   []string // where the body leaves what it returns
	returns bool
	bare    bool
	exits   []exit
}

// exit is a way out of the body to a statement around the loop.
type exit struct {
	tok  token.Token
	name string
}

const (
	codeReturn = 1
	codeExits  = 2 // and up
)

func (f *function) rangeFunc(s *ast.RangeStmt, l *label, sig *types.Signature) {
	yield := sig.Params().At(0).Type().Underlying().(*types.Signature)
	t := f.typeOf(s.X)
	seq := f.expr(s.X)
	if f.isOpaque(t) {
		seq = f.open(seq, t)
	}
	seq = f.hold(seq)
	r := &rangeFunc{outer: f, label: l, state: f.temp()}
	f.own[r.state] = true
	l.iterates = r

	g := f.nested(s)
	g.loop = r
	g.gotos = map[string]bool{}
	g.around = []*label{{name: l.name, core: l.core, loop: true, iterates: r}}
	g.takeInternal(r.state, "*rt.Loop")
	g.emit("%s.Enter()", r.state)
	key, value := f.rangeVars(s)
	var params []string
	for i, v := range []rangeVar{key, value} {
		if i >= yield.Params().Len() {
			break
		}
		t := yield.Params().At(i).Type()
		p := g.temp()
		params = append(params, p+" "+f.raw(t))
		v.set(g, p, t)
	}
	g.block(s.Body.List)
	g.emit("%s.Leave()", r.state)
	g.emit("return true")

	for i, v := range f.resultsOf() {
		if r.returns && i < len(r.cells) {
			f.emit("%s := new(%s)", r.cells[i], f.raw(f.env.subst(v.Type())))
		}
	}
	f.emit("%s := rt.NewLoop(%d)", r.state, f.site(s))
	f.emit("%s(%s)", seq, f.lift(g, "("+strings.Join(params, ", ")+") bool"))
	f.emit("%s.Done()", r.state)
	if r.returns {
		f.emit("if %s.Code == %d {", r.state, codeReturn)
		if r.bare {
			f.bareReturn()
		} else {
			var values []string
			for _, c := range r.cells {
				values = append(values, "(*"+c+")")
			}
			f.returnValues(values)
		}
		f.emit("}")
	}
	f.around = f.around[:len(f.around)-1]
	for i, e := range r.exits {
		f.emit("if %s.Code == %d {", r.state, codeExits+i)
		f.branchLabelled(s, e)
		f.emit("}")
	}
	f.around = append(f.around, l)
}

// branchLabelled writes a break or continue whose statement may be several blocks out.
func (f *function) branchLabelled(at ast.Node, e exit) {
	f.branch(at, e.tok, e.name)
}

// branch leaves this iteration, or the loop, from its body g.
func (r *rangeFunc) branch(g *function, tok token.Token) {
	if tok == token.CONTINUE {
		g.emit("%s.Leave()", r.state)
		g.emit("return true")
		return
	}
	g.emit("%s.Stop(0)", r.state)
	g.emit("return false")
}

// branchOut leaves the loop for a statement around it.
func (r *rangeFunc) branchOut(g *function, tok token.Token, name string) {
	code := -1
	for i, e := range r.exits {
		if e == (exit{tok, name}) {
			code = i
		}
	}
	if code < 0 {
		code = len(r.exits)
		r.exits = append(r.exits, exit{tok, name})
	}
	g.emit("%s.Stop(%d)", r.state, codeExits+code)
	g.emit("return false")
}

// returnValues leaves the body with a return.
func (r *rangeFunc) returnValues(g *function, values []string) {
	r.returns = true
	results := g.resultsOf()
	for len(r.cells) < len(results) {
		name := r.outer.temp()
		r.outer.own[name] = true
		r.cells = append(r.cells, name)
	}
	var held []string
	for i, v := range values {
		held = append(held, g.holdAs(v, g.env.subst(results[i].Type())))
	}
	for i, v := range held {
		g.takeInternal(r.cells[i], "*"+g.raw(g.env.subst(results[i].Type())))
		g.store("*"+r.cells[i], v)
	}
	g.emit("%s.Stop(%d)", r.state, codeReturn)
	g.emit("return false")
}

// bareReturn leaves the body with a return of the named results as they are.
func (r *rangeFunc) bareReturn(g *function) {
	results := g.resultsOf()
	if len(results) == 0 {
		r.returns, r.bare = true, true
		g.emit("%s.Stop(%d)", r.state, codeReturn)
		g.emit("return false")
		return
	}
	var values []string
	for _, v := range results {
		values = append(values, g.variable(v))
	}
	r.returnValues(g, values)
}
