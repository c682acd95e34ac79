package lang_test

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestGenerated compares programs that nobody wrote. AWAITGO_GENERATE says how many,
// AWAITGO_SEED with which to begin. One that differs is kept in a temporary folder.
func TestGenerated(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("AWAITGO_GENERATE"))
	if n == 0 {
		t.Skip("AWAITGO_GENERATE is not set")
	}
	seed, _ := strconv.Atoi(os.Getenv("AWAITGO_SEED"))
	dir := filepath.Join(os.TempDir(), "awaitgo-generated")
	os.MkdirAll(dir, 0o755)
	var names []string
	for i := range n {
		name := filepath.Join(dir, fmt.Sprintf("g%d.go", seed+i))
		os.WriteFile(name, []byte(generate(int64(seed+i))), 0o644)
		names = append(names, name)
	}
	truth := native(t, names)
	counts := map[string]int{}
	for _, name := range names {
		got, err := loweredSafely(name)
		switch {
		case err != nil:
			counts["refused"]++
			t.Logf("%s: %v", name, err)
		case got.want() != truth[name].want():
			counts["wrong"]++
			t.Errorf("%s: got\n%s\nwant\n%s", name, head(got.want()+got.Stderr, 12), head(truth[name].want(), 12))
		default:
			counts["pass"]++
			os.Remove(name)
		}
	}
	t.Log(counts)
}

// generator writes a program that composes constructs. Every variable that is in
// scope is an int, so that any of them fits anywhere; what makes it hard is where
// they live and when they are read.
type generator struct {
	*rand.Rand
	b     strings.Builder
	vars  []string
	names int
	depth int
	loops []string // labels of the loops around
	fn    bool     // in a function literal: break and continue stop at it
	top   []string // functions to declare
}

func generate(seed int64) string {
	g := &generator{Rand: rand.New(rand.NewSource(seed))}
	var body strings.Builder
	g.vars = []string{"a", "b"}
	body.WriteString("func main() {\n\tdefer func() { fmt.Println(\"end\", trace, recover()) }()\n\ta, b := 1, 2\n\t_, _ = a, b\n")
	g.block(6)
	body.WriteString(g.b.String())
	body.WriteString("\tfmt.Println(a, b, trace)\n}\n")
	return prelude + strings.Join(g.top, "\n") + "\n" + body.String()
}

const prelude = `package main

import "fmt"

var trace int

type box struct{ n int }

func (x box) get() int        { trace = trace*31 + x.n; trace %= 1000003; return x.n }
func (x *box) add(k int) int  { x.n += k; return x.n }

type outer struct {
	box
	p *box
	s []int
}

type getter interface{ get() int }
type num int

func (n num) get() int { return int(n) + 1 }
func (n num) String() string { return fmt.Sprint("n", int(n)) }

func note(n int) int { trace = (trace*31 + n) % 1000003; return n }
func pair(n int) (int, int) { return note(n), n + 1 }
func apply[T any](x T, f func(T) T) T { return f(x) }
func fold[T, U any](xs []T, u U, f func(U, T) U) U {
	for _, x := range xs {
		u = f(u, x)
	}
	return u
}
func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}
type pairOf[A, B any] struct {
	a A
	b B
}

func (p pairOf[A, B]) swap() pairOf[B, A] { return pairOf[B, A]{p.b, p.a} }

type stack[T any] struct{ items []T }

func (s *stack[T]) push(v T) *stack[T] { s.items = append(s.items, v); return s }
func (s *stack[T]) pop() (v T) {
	if n := len(s.items); n > 0 {
		v, s.items = s.items[n-1], s.items[:n-1]
	}
	return
}

var shared = &box{1}

func bump(p *int) int   { *p = (*p + 1) % 1009; return *p }
func two(n int) [2]int  { return [2]int{n, note(n)} }
func sent(n int) chan int {
	c := make(chan int, 1)
	c <- n
	return c
}

func safe(f func() int) (r int) {
	defer func() {
		if e := recover(); e != nil {
			r = note(len(fmt.Sprint(e)))
		}
	}()
	return f()
}

`

func (g *generator) p(format string, args ...any) {
	g.b.WriteString(strings.Repeat("\t", g.depth+1))
	fmt.Fprintf(&g.b, format, args...)
	g.b.WriteByte('\n')
}

func (g *generator) name() string { g.names++; return fmt.Sprintf("v%d", g.names) }

func (g *generator) v() string { return g.vars[g.Intn(len(g.vars))] }

func (g *generator) expr(d int) string {
	if d <= 0 || g.Intn(4) == 0 {
		if g.Intn(3) == 0 {
			return strconv.Itoa(g.Intn(7))
		}
		return g.v()
	}
	x, y := g.expr(d-1), g.expr(d-1)
	switch g.Intn(25) {
	case 17:
		return fmt.Sprintf("(shared.n + shared.add(%s)%%1009 - shared.n)", x)
	case 18:
		return fmt.Sprintf("(&box{%s}).n", x)
	case 19:
		return fmt.Sprintf("pairOf[int, num]{%s, num(%s)}.swap().b", x, y)
	case 20:
		return fmt.Sprintf("func(xs ...int) int { xs[0]++; return xs[0] + len(xs) }(%s, %s)", x, y)
	case 21:
		return fmt.Sprintf("two(%s)[note(%s)&1]", x, y)
	case 22:
		return fmt.Sprintf("(<-sent(%s))", x)
	case 23:
		return fmt.Sprintf("(bump(&%s) + %s)", g.v(), y)
	case 24:
		return fmt.Sprintf("(%s + bump(&%s)*%s)", g.v(), g.v(), g.v())
	case 0:
		return fmt.Sprintf("(%s + %s)", x, y)
	case 1:
		return fmt.Sprintf("(%s - %s)", x, y)
	case 2:
		return fmt.Sprintf("(%s * %s %% 1009)", x, y)
	case 3:
		return fmt.Sprintf("note(%s)", x)
	case 4:
		return fmt.Sprintf("func() int { %s += %s; return %s }()", g.v(), x, y)
	case 5:
		return fmt.Sprintf("(box{%s}).get()", x)
	case 6:
		return fmt.Sprintf("([]int{%s, %s, %s}[note(%s)&1])", x, y, g.v(), g.v())
	case 7:
		return fmt.Sprintf("(map[int]int{%d: %s}[%s])", g.Intn(3), x, y)
	case 8:
		return fmt.Sprintf("apply(%s, func(x int) int { return x + %s })", x, y)
	case 9:
		return fmt.Sprintf("getter(num(%s)).get()", x)
	case 10:
		return fmt.Sprintf("max(%s, %s)", x, y)
	case 11:
		return fmt.Sprintf("safe(func() int { return %s / (note(%s) & 1) })", x, y)
	case 12:
		return fmt.Sprintf("fold([]int{%s, %s}, 0, func(u, x int) int { return u*3 + x })", x, y)
	case 13:
		return fmt.Sprintf("any(box{%s}).(getter).get()", x)
	case 14:
		return fmt.Sprintf("safe(func() int { return []int{1, 2}[note(%s)] })", x)
	case 15:
		return fmt.Sprintf("len(fmt.Sprint(%s, box{%s}, num(%s)))", x, y, x)
	}
	return fmt.Sprintf("(&box{%s}).add(%s)", x, y)
}

func (g *generator) cond() string {
	x, y := g.expr(1), g.expr(1)
	switch g.Intn(4) {
	case 0:
		return fmt.Sprintf("%s < %s", x, y)
	case 1:
		return fmt.Sprintf("%s%%2 == 0 && note(%s) > 1", x, y)
	case 2:
		return fmt.Sprintf("%s == %s || ([]bool{true, false}[note(%s)&1])", x, y, g.v())
	}
	return fmt.Sprintf("%s != %s", x, y)
}

func (g *generator) block(n int) {
	scope := len(g.vars)
	for range n {
		g.stmt()
	}
	g.vars = g.vars[:scope]
}

func (g *generator) inner(n int, vars ...string) {
	scope := len(g.vars)
	g.vars = append(g.vars, vars...)
	g.depth++
	for _, v := range vars {
		g.p("_ = %s", v)
	}
	if g.depth > 4 {
		n = 1
	}
	g.block(n)
	g.depth--
	g.vars = g.vars[:scope]
}

func (g *generator) loop(header string, vars ...string) {
	label := fmt.Sprintf("L%d", g.names)
	g.names++
	saved, fn := g.loops, g.fn
	g.loops, g.fn = append(append([]string(nil), g.loops...), label), false
	mark := g.b.Len()
	g.p("%s {", header)
	g.depth++
	g.p("if trace++; trace%%7 == 6 { continue %s }", label)
	g.depth--
	g.inner(1+g.Intn(2), vars...)
	g.p("}")
	text := g.b.String()
	g.b.Reset()
	g.b.WriteString(text[:mark] + label + ":\n" + text[mark:])
	g.loops, g.fn = saved, fn
}

func (g *generator) closed(body func()) {
	loops := g.loops
	g.loops = nil
	body()
	g.loops = loops
}

func (g *generator) stmt() {
	if g.depth > 5 {
		g.p("%s = %s", g.v(), g.expr(1))
		return
	}
	switch g.Intn(31) {
	case 24:
		c, i := g.name(), g.name()
		g.p("%s := make(chan int, 2)", c)
		g.loop(fmt.Sprintf("for %s := 0; %s < 4; %s++", i, i, i))
		g.p("select {")
		g.p("case %s <- %s:", c, g.expr(1))
		g.inner(1)
		g.p("default:")
		g.inner(1)
		g.p("}")
		g.p("for len(%s) > 0 { %s += <-%s }", c, g.v(), c)
	case 25:
		x, y := g.name(), g.name()
		g.p("%s := [3]pairOf[int, box]{{%s, box{%s}}, {a: %s}}", x, g.expr(1), g.expr(1), g.expr(1))
		g.p("%s := %s", y, x)
		g.p("%s[1].b.n += %s", y, g.expr(1))
		g.p("%s[0].b.add(%s)", x, g.expr(1))
		g.p("%s, %s[2] = %s[1].b.n+%s[0].b.n, %s[1]", g.v(), x, y, x, y)
		g.p("fmt.Println(%s, %s == %s)", x, x, y)
	case 26:
		i := g.name()
		g.p("func() {")
		g.closed(func() {
			g.depth++
			g.p("for %s := range 2 {", i)
			g.p("\tf := num(%s + %s).get", i, g.expr(1))
			g.p("\tdefer func() { %s += f() + %s }()", g.v(), i)
			g.p("}")
			g.p("defer note(%s)", g.expr(1))
			g.depth--
			g.inner(1)
		})
		g.p("}()")
	case 27:
		st := g.name()
		g.p("var %s stack[int]", st)
		g.p("%s.push(%s).push(%s)", st, g.expr(1), g.expr(1))
		g.p("%s = %s.pop() - %s.pop() + %s.pop()", g.v(), st, st, st)
	case 28:
		f := g.name()
		g.p("var %s func(int) int", f)
		g.p("%s = func(n int) int { if n <= 0 { return %s }; return %s(n-1) + n*%s }", f, g.expr(1), f, g.v())
		g.p("%s = %s(3) %% 100003", g.v(), f)
	case 29:
		o, i := g.name(), g.name()
		g.p("%s := outer{box: box{%s}, p: shared}", o, g.expr(1))
		g.p("var %s any = %s.box", i, o)
		g.p("%s.n++", o)
		g.p("%s = %s.(box).n*10 + %s.n + %s.(getter).get()", g.v(), i, o, i)
	case 30:
		n, l := g.name(), g.name()
		g.p("%s := 0", n)
		g.b.WriteString(l + ":\n")
		g.p("%s++", n)
		g.p("if %s = (%s + %s) %% 1009; %s < 3 { goto %s }", g.v(), g.v(), n, n, l)
	case 0, 1:
		v := g.name()
		g.p("%s := %s", v, g.expr(2))
		g.p("_ = %s", v)
		g.vars = append(g.vars, v)
	case 2:
		g.p("%s = %s", g.v(), g.expr(3))
	case 3:
		g.p("%s, %s = %s, %s", g.v(), g.v(), g.expr(2), g.expr(2))
	case 4:
		g.p("%s += %s", g.v(), g.expr(2))
	case 5:
		g.p("if (%s) {", g.cond())
		g.inner(2)
		g.p("} else {")
		g.inner(1)
		g.p("}")
	case 6:
		v := g.name()
		g.loop(fmt.Sprintf("for %s := 0; %s < %d; %s++", v, v, 1+g.Intn(3), v))
		g.p("%s = %s", g.v(), g.expr(2))
	case 7:
		v := g.name()
		g.loop(fmt.Sprintf("for %s := range %d", v, 1+g.Intn(3)), v)
	case 8:
		v := g.name()
		g.loop(fmt.Sprintf("for _, %s := range ([]int{%s, %s})", v, g.expr(1), g.expr(1)), v)
	case 9:
		v := g.name()
		g.loop(fmt.Sprintf("for %s := range count(%d)", v, 1+g.Intn(3)), v)
	case 10:
		if len(g.loops) > 0 {
			word := []string{"break", "continue"}[g.Intn(2)]
			g.p("if (%s) { %s %s }", g.cond(), word, g.loops[g.Intn(len(g.loops))])
		} else {
			g.p("fmt.Println(%s)", g.expr(2))
		}
	case 11:
		v := g.name()
		g.p("%s := func(p int) int {", v)
		g.closed(func() { g.inner(1, "p") })
		g.p("\treturn %s", g.expr(1))
		g.p("}")
		g.p("%s = %s(%s) + %s(%s)", g.v(), v, g.expr(1), v, g.expr(1))
	case 12:
		g.p("func() {")
		g.closed(func() {
			g.depth++
			g.p("defer func(x int) { trace = (trace*7 + x + %s) %% 1000003 }(%s)", g.v(), g.expr(1))
			g.depth--
			g.inner(2)
		})
		g.p("}()")
	case 13:
		g.p("switch xs := (%s); {", g.expr(1))
		g.p("case xs > %d:", g.Intn(5))
		g.inner(1, "xs")
		if g.Intn(2) == 0 {
			g.p("\tfallthrough")
		}
		g.p("case xs == %s:", g.expr(1))
		g.inner(1)
		g.p("default:")
		g.inner(1)
		g.p("}")
	case 14:
		g.p("switch (%s) {", g.expr(1))
		g.p("case %s, (%s):", g.v(), g.expr(1))
		g.inner(1)
		g.p("default:")
		g.inner(1)
		g.p("}")
	case 15:
		g.p("switch xx := any(%s).(type) {", []string{g.v(), "num(" + g.v() + ")", "box{" + g.v() + "}", "&box{" + g.v() + "}"}[g.Intn(4)])
		g.p("case int:")
		g.inner(1, "xx")
		g.p("case getter:")
		g.p("\ttrace += xx.get()")
		g.p("default:")
		g.p("\t_ = xx")
		g.p("}")
	case 16:
		c := g.name()
		g.p("%s := make(chan int, 2)", c)
		g.p("go func(x int) { %s <- x; %s <- x * 2; close(%s) }(%s)", c, c, c, g.expr(1))
		v := g.name()
		g.loop(fmt.Sprintf("for %s := range %s", v, c), v)
	case 17:
		c := g.name()
		g.p("%s := make(chan int, 1)", c)
		g.p("select {")
		g.p("case %s <- %s:", c, g.expr(1))
		g.inner(1)
		g.p("case x := <-%s:", c)
		g.p("\t_ = x")
		g.p("}")
		g.p("if len(%s) > 0 { %s += <-%s }", c, g.v(), c)
	case 18:
		v := g.name()
		g.p("%s := &outer{box{%s}, &box{%s}, []int{%s}}", v, g.expr(1), g.expr(1), g.expr(1))
		g.p("%s.add(%s)", v, g.expr(1))
		g.p("%s.p.n, %s.s[0] = %s.n, %s.p.n", v, v, v, v)
		m := g.name()
		g.p("%s := %s.get", m, v)
		g.p("%s.n++", v)
		g.p("%s += %s() + %s.n + %s.s[0]", g.v(), m, v, v)
		g.p("fmt.Println(*%s.p, %s.box, %s.s, num(%s))", v, v, v, g.v())
	case 19:
		f := g.name()
		g.p("var %s []func() int", f)
		i := g.name()
		g.p("for %s := 0; %s < 3; %s++ {", i, i, i)
		g.p("\tx := %s", g.expr(1))
		g.p("\t%s = append(%s, func() int { x += %s; return x + %s })", f, f, i, g.v())
		g.p("}")
		g.p("for _, f := range %s { %s = (%s + f() + f()) %% 100003 }", f, g.v(), g.v())
	case 20:
		x, y := g.name(), g.name()
		g.p("%s, %s := pair(%s)", x, y, g.expr(1))
		g.p("%s, %s = %s, %s", x, y, y, x)
		g.vars = append(g.vars, x, y)
	case 21:
		m := g.name()
		g.p("%s := map[string]*box{\"k\": {%s}}", m, g.expr(1))
		g.p("%s[\"k\"].n += %s", m, g.expr(1))
		g.p("if bb, ok := %s[\"z\"]; !ok { %s += len(%s); _ = bb }", m, g.v(), m)
		g.p("%s = %s[\"k\"].get()", g.v(), m)
	case 22:
		p := g.name()
		g.p("%s := &%s", p, g.v())
		g.p("*%s += %s", p, g.expr(1))
	default:
		g.p("fmt.Println(%s, %s)", g.expr(2), g.expr(1))
	}
}
