package rt

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"strings"
)

// Panic is a panic on its way.
type Panic struct {
	value     any
	recovered bool
	goexit    bool // no panic but runtime.Goexit
	site      int
	again     bool     // it has been recovered and thrown again
	before    []string // the panics that were on their way when it began, as text
}

// Recoverer is what recover can take: the panic for which the function that calls
// it was deferred.
type Recoverer struct{ p *Panic }

// PanicValue begins a panic.
func PanicValue(v any, site int) {
	at(site)
	tellThrown(v, uint32(site))
	panic(v)
}

// Defers is the record of a function's deferred calls.
type Defers struct {
	calls []deferred
}

type deferred struct {
	f        func()
	recovers bool
}

// Push defers a call.
func (d *Defers) Push(f func(), recovers bool) {
	d.calls = append(d.calls, deferred{f, recovers})
}

// Run calls the body of a function that defers calls, and then those.
func Run(body func(*Defers)) {
	d := &Defers{}
	normal := false
	defer func() {
		if v := recover(); v != nil {
			if h, ok := v.(*history); ok {
				d.unwind(h.p)
				return
			}
			p := &Panic{value: genuine(v), site: current().site}
			tellThrown(p.value, uint32(p.site))
			d.unwind(p)
			return
		}
		if normal {
			d.unwind(nil)
			return
		}
		d.unwind(&Panic{goexit: true})
	}()
	body(d)
	normal = true
}

// unwind makes the deferred calls, the last first. p is the panic that is on its
// way; a call that panics replaces it. If one is left in the end it goes on.
func (d *Defers) unwind(p *Panic) {
	g := current()
	for len(d.calls) > 0 {
		last := d.calls[len(d.calls)-1]
		d.calls = d.calls[:len(d.calls)-1]
		next := d.runOne(g, last, p)
		if next != nil && p != nil && !p.goexit {
			text := panicText(p.value)
			if p.recovered && same(p.value, next.value) {
				next.again = true
				next.before = p.before
			} else {
				if p.recovered {
					text += " [recovered]"
				}
				next.before = append(append([]string(nil), p.before...), text)
			}
		}
		if next != nil {
			p = next
		} else if p != nil && p.recovered {
			p = nil
		}
	}
	if p != nil && !p.goexit {
		panic(p.rethrow())
	}
}

// rethrow carries a panic with its history through frames that know only values.
// What recovers it sees the value.
func (p *Panic) rethrow() any {
	g := current()
	g.site = p.site
	if len(p.before) == 0 && !p.again {
		return p.value
	}
	return &history{p}
}

type history struct{ p *Panic }

// runOne makes one deferred call and returns the panic that it ended in.
func (d *Defers) runOne(g *goroutine, call deferred, p *Panic) (next *Panic) {
	defer func() {
		g.deferring = nil
		if v := recover(); v != nil {
			if h, ok := v.(*history); ok {
				next = h.p
				return
			}
			next = &Panic{value: genuine(v), site: g.site}
			tellThrown(next.value, uint32(next.site))
		}
	}()
	g.deferring = nil
	if call.recovers && p != nil && !p.goexit {
		g.deferring = p
	}
	if call.f == nil {
		nilDereference()
	}
	call.f()
	return nil
}

// Recovery is called first thing by a function that calls recover.
func Recovery() *Recoverer {
	g := current()
	p := g.deferring
	g.deferring = nil
	if p == nil {
		return nil
	}
	return &Recoverer{p}
}

// Recover is recover.
func Recover(r *Recoverer) any {
	if r == nil || r.p == nil || r.p.recovered {
		return nil
	}
	r.p.recovered = true
	tellRecovered(r.p.value)
	return r.p.value
}

// genuine returns the panic that Go would have had in place of one of the
// interpreter's or reflection's.
func genuine(v any) any {
	if h, ok := v.(*history); ok {
		return h.p.value
	}
	switch e := v.(type) {
	case *reflect.ValueError:
		failed(e.Error())
	case string:
		switch e {
		case "reflect.Value.Grow: slice overflow":
			return &uncomparable{"growslice: len out of range"}
		case "reflect.MakeSlice: len > cap":
			return &uncomparable{"makeslice: cap out of range"}
		case "reflect.MakeSlice: negative len":
			return &uncomparable{"makeslice: len out of range"}
		case "reflect: Call using zero Value argument", "reflect: Method on nil interface value", "reflect: call of Call on zero Value", "reflect.Value.Call: call of nil function", "reflect: call of nil function":
			return catch(nilDereference)
		}
		if strings.HasPrefix(e, "reflect: ") || strings.HasPrefix(e, "reflect.") {
			failed(e)
		}
	}
	return v
}

// ExitFailed is the exit status if the interpreter fails at what Go can do. What the
// program has printed until then is right; another engine can run it.
const ExitFailed = 70

// failed ends the process. No program gets to recover a failure that it does not have.
func failed(text string) {
	Die(Death{Kind: "failed", Text: "the instant engine fails here: " + text + "\n"})
}

// same reports whether two panics' values are one.
func same(a, b any) bool {
	ra, rb := reflect.ValueOf(a), reflect.ValueOf(b)
	return a == nil && b == nil || ra.IsValid() && rb.IsValid() && ra.Comparable() && rb.Comparable() && a == b
}

func catch(f func()) (v any) {
	defer func() { v = recover() }()
	f()
	return nil
}

// crash is deferred by what runs a goroutine: it ends the process on a panic.
func crash() {
	v := recover()
	if v == nil {
		return
	}
	g := current()
	p := &Panic{value: v, site: g.site}
	if h, ok := v.(*history); ok {
		p = h.p
	}
	v = genuine(p.value)
	tellThrown(v, uint32(p.site))
	var b strings.Builder
	for i, text := range p.before {
		b.WriteString(strings.Repeat("\t", min(i, 1)) + "panic: " + text + "\n")
	}
	if len(p.before) > 0 {
		b.WriteByte('\t')
	}
	b.WriteString("panic: " + panicText(v))
	if p.again {
		b.WriteString(" [recovered, repanicked]")
	}
	b.WriteByte('\n')
	if e, ok := v.(runtime.Error); ok && strings.Contains(e.Error(), "nil pointer dereference") {
		b.WriteString("[signal SIGSEGV: segmentation violation]\n")
	}
	b.WriteString("\n" + g.trace("running", p.site))
	die("panic", b.String(), p.site)
}

// panicText words a panic's value as the runtime does, which indents what has more
// than one line.
func panicText(v any) string {
	return strings.ReplaceAll(panicLines(v), "\n", "\n\t")
}

func panicLines(v any) string {
	v = Unwrap(v)
	if b, ok := v.(boxed); ok {
		return b.box().panicText()
	}
	switch v := v.(type) {
	case nil:
		return "nil"
	case runtime.Error:
		if e, ok := v.(*runtime.PanicNilError); ok {
			return e.Error()
		}
		return v.Error()
	case error:
		return v.Error()
	case fmt.Stringer:
		return v.String()
	}
	r := reflect.ValueOf(v)
	text, ok := basicText(r)
	if !ok {
		return fmt.Sprintf("(%T) %s", v, address(r))
	}
	if r.Type().PkgPath() == "" {
		return text
	}
	return named(r.Type().String(), r, text)
}

// named words a basic value of a type with a name.
func named(name string, r reflect.Value, text string) string {
	if r.Kind() == reflect.String {
		text = `"` + text + `"`
	}
	return name + "(" + text + ")"
}

// panicText words an own value: an error and a Stringer speak for themselves, a
// basic value is shown with its type, and of all others the type and address.
func (b Box) panicText() string {
	if b.t.isError {
		return b.call("Error")[0].String()
	}
	if b.t.has("String", "() string") {
		return b.call("String")[0].String()
	}
	r := reflect.ValueOf(b.raw())
	text, ok := basicText(r)
	if !ok {
		return fmt.Sprintf("(%s) %s", b.t.name, address(r))
	}
	return named(b.t.name, r, text)
}

func address(r reflect.Value) string {
	switch r.Kind() {
	case reflect.Pointer, reflect.Chan, reflect.Map, reflect.Func, reflect.UnsafePointer:
		return fmt.Sprintf("%#x", r.Pointer())
	}
	return "0xc000012345"
}

func basicText(r reflect.Value) (string, bool) {
	switch {
	case !r.IsValid():
		return "nil", false
	case r.CanInt():
		return strconv.FormatInt(r.Int(), 10), true
	case r.CanUint() && r.Kind() != reflect.Uintptr:
		return strconv.FormatUint(r.Uint(), 10), true
	case r.CanUint():
		return strconv.FormatUint(r.Uint(), 10), true
	case r.CanFloat():
		return printFloat(r.Float(), r.Type().Bits()), true
	case r.CanComplex():
		c := r.Complex()
		im := printFloat(imag(c), r.Type().Bits()/2)
		if im[0] != '-' && im[0] != '+' {
			im = "+" + im
		}
		return "(" + printFloat(real(c), r.Type().Bits()/2) + im + "i)", true
	case r.Kind() == reflect.Bool:
		return strconv.FormatBool(r.Bool()), true
	case r.Kind() == reflect.String:
		return r.String(), true
	}
	return "", false
}

// printFloat is how the builtin println shows a float.
func printFloat(f float64, bits int) string {
	switch {
	case f != f:
		return "NaN"
	case f > 1.7976931348623157e308:
		return "+Inf"
	case f < -1.7976931348623157e308:
		return "-Inf"
	}
	return strconv.FormatFloat(f, 'g', -1, bits)
}

func itoa(n int) string { return strconv.Itoa(n) }

// Nop does nothing.
func Nop() {}

// Print and Println are the builtins.
func Print(args ...any) {
	var b strings.Builder
	for _, a := range args {
		b.WriteString(printText(a))
	}
	os.Stderr.WriteString(b.String())
}

func Println(args ...any) {
	var list []string
	for _, a := range args {
		list = append(list, printText(a))
	}
	os.Stderr.WriteString(strings.Join(list, " ") + "\n")
}

func printText(a any) string {
	if a == nil {
		return "nil"
	}
	r := reflect.ValueOf(a)
	if text, ok := basicText(r); ok {
		return text
	}
	return address(r)
}
