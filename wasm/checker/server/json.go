package server

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"awaitgo/wasm/checker/operation"
)

// JSON for the few types of this package. Package encoding/json would be a fortieth of
// the checker's download, and its reflection takes longer than a check.

// Encode writes an answer as a line.
func (a Answer) Encode() []byte {
	var w writer
	w.open('{')
	w.int("id", a.ID)
	w.stringUnlessEmpty("error", a.Error)
	w.stringUnlessEmpty("hint", a.Hint)
	if a.Check != nil {
		w.name("check")
		a.Check.encode(&w)
	}
	if a.Lower != nil {
		w.name("lower")
		a.Lower.encode(&w)
	}
	if a.Operations != nil {
		w.operations(a.Operations)
	}
	if a.Complete != nil {
		w.name("complete")
		a.Complete.encode(&w)
	}
	if a.Describe != nil {
		w.name("describe")
		w.open('{')
		w.fields(a.Describe.Range)
		w.string("code", a.Describe.Code)
		w.string("doc", a.Describe.Doc)
		w.close('}')
	}
	if a.Define != nil {
		w.name("define")
		w.rangeObject(*a.Define)
	}
	if a.Rename != nil {
		w.name("rename")
		w.open('{')
		w.name("range")
		w.rangeObject(a.Rename.Range)
		w.edits("edits", a.Rename.Edits)
		w.close('}')
	}
	if a.Format != nil {
		w.edits("format", a.Format)
	}
	w.close('}')
	return append(w.b, '\n')
}

func (c *Check) encode(w *writer) {
	w.open('{')
	w.string("text", c.Text)
	w.name("diagnostics")
	w.open('[')
	for _, d := range c.Diagnostics {
		w.element()
		w.open('{')
		w.fields(d.Range)
		w.int("line", d.Line)
		w.int("column", d.Column)
		w.string("message", d.Message)
		w.string("text", d.Text)
		w.string("severity", d.Severity)
		w.stringUnlessEmpty("hint", d.Hint)
		w.close('}')
	}
	w.close(']')
	w.name("unavailable")
	w.open('[')
	for _, i := range c.Unavailable {
		w.element()
		w.open('{')
		w.fields(i.Range)
		w.int("line", i.Line)
		w.int("column", i.Column)
		w.string("path", i.Path)
		w.string("message", i.Message)
		w.close('}')
	}
	w.close(']')
	w.close('}')
}

func (c *Complete) encode(w *writer) {
	w.open('{')
	w.int("from", c.From)
	w.name("proposals")
	w.open('[')
	for _, p := range c.Proposals {
		w.element()
		w.open('{')
		w.string("label", p.Label)
		w.string("kind", p.Kind)
		w.string("detail", p.Detail)
		w.string("doc", p.Doc)
		w.int("near", p.Near)
		w.stringUnlessEmpty("import", p.Import)
		w.close('}')
	}
	w.close(']')
	w.close('}')
}

func (w *writer) operations(list []operation.Operation) {
	w.name("operations")
	w.open('[')
	for _, o := range list {
		w.element()
		w.open('{')
		w.string("file", o.File)
		w.int("line", o.Line)
		w.int("last", o.Last)
		w.string("kind", o.Kind)
		w.string("name", o.Name)
		w.stringUnlessEmpty("type", o.Type)
		if o.Kind == "select" {
			w.name("cases")
			w.open('[')
			for _, c := range o.Cases {
				w.element()
				w.open('{')
				w.int("line", c.Line)
				w.bool("send", c.Send)
				w.string("name", c.Name)
				w.close('}')
			}
			w.close(']')
		}
		w.close('}')
	}
	w.close(']')
}

type writer struct{ b []byte }

func (w *writer) open(bracket byte)  { w.b = append(w.b, bracket) }
func (w *writer) close(bracket byte) { w.b = append(w.b, bracket) }

// element writes the comma before all elements but the first.
func (w *writer) element() {
	if last := w.b[len(w.b)-1]; last != '{' && last != '[' {
		w.b = append(w.b, ',')
	}
}

func (w *writer) name(name string) {
	w.element()
	w.quote(name)
	w.b = append(w.b, ':')
}

func (w *writer) int(name string, value int) {
	w.name(name)
	w.b = strconv.AppendInt(w.b, int64(value), 10)
}

func (w *writer) bool(name string, value bool) {
	w.name(name)
	w.b = strconv.AppendBool(w.b, value)
}

func (w *writer) string(name, value string) {
	w.name(name)
	w.quote(value)
}

func (w *writer) stringUnlessEmpty(name, value string) {
	if value != "" {
		w.string(name, value)
	}
}

func (w *writer) fields(r Range) {
	w.string("file", r.File)
	w.int("from", r.From)
	w.int("to", r.To)
}

func (w *writer) rangeObject(r Range) {
	w.open('{')
	w.fields(r)
	w.close('}')
}

func (w *writer) edits(name string, edits []Edit) {
	w.name(name)
	w.open('[')
	for _, e := range edits {
		w.element()
		w.open('{')
		w.fields(e.Range)
		w.string("text", e.Text)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) quote(s string) {
	w.b = append(w.b, '"')
	for _, r := range s { // what is no UTF-8 comes as U+FFFD
		switch {
		case r == '"' || r == '\\':
			w.b = append(w.b, '\\', byte(r))
		case r == '\n':
			w.b = append(w.b, '\\', 'n')
		case r == '\t':
			w.b = append(w.b, '\\', 't')
		case r < ' ':
			w.b = fmt.Appendf(w.b, "\\u%04x", r)
		default:
			w.b = utf8.AppendRune(w.b, r)
		}
	}
	w.b = append(w.b, '"')
}

// Decode reads a question from a line.
func Decode(line []byte) (q Question, err error) {
	r := reader{text: string(line)}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("reading a question: character %d of %d is not what it should be", r.at, len(line))
		}
	}()
	r.object(func(name string) {
		switch name {
		case "id":
			q.ID = r.int()
		case "kind":
			q.Kind = r.string()
		case "file":
			q.File = r.string()
		case "at":
			q.At = r.int()
		case "to":
			q.To = r.string()
		case "text":
			q.Text = r.string()
		case "log":
			q.Log = r.bool()
		case "files":
			q.Files = map[string]string{}
			r.object(func(name string) { q.Files[name] = r.string() })
		default:
			panic(name)
		}
	})
	return q, nil
}

// reader reads what JSON.stringify writes: JSON without white space. It panics if it
// meets anything else.
type reader struct {
	text string
	at   int
}

func (r *reader) next() byte {
	b := r.text[r.at]
	r.at++
	return b
}

func (r *reader) expect(b byte) {
	if r.next() != b {
		panic(b)
	}
}

func (r *reader) object(field func(name string)) {
	r.expect('{')
	if r.text[r.at] == '}' {
		r.at++
		return
	}
	for {
		name := r.string()
		r.expect(':')
		field(name)
		if r.next() == '}' {
			return
		}
	}
}

func (r *reader) bool() bool {
	for _, word := range []string{"true", "false"} {
		if strings.HasPrefix(r.text[r.at:], word) {
			r.at += len(word)
			return word == "true"
		}
	}
	panic("bool")
}

func (r *reader) int() int {
	from := r.at
	for c := r.text[r.at]; c == '-' || '0' <= c && c <= '9'; c = r.text[r.at] {
		r.at++
	}
	n, err := strconv.Atoi(r.text[from:r.at])
	if err != nil {
		panic(err)
	}
	return n
}

func (r *reader) string() string {
	r.expect('"')
	rest := r.text[r.at:]
	if end := strings.IndexAny(rest, `"\`); rest[end] == '"' {
		r.at += end + 1
		return rest[:end]
	}
	var b strings.Builder
	for {
		c := r.next()
		switch c {
		case '"':
			return b.String()
		case '\\':
			b.WriteRune(r.escape())
		default:
			b.WriteByte(c)
		}
	}
}

// escape reads what follows a backslash.
func (r *reader) escape() rune {
	switch c := r.next(); c {
	case 'n':
		return '\n'
	case 't':
		return '\t'
	case 'r':
		return '\r'
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'u':
		first := r.unit()
		if !utf16.IsSurrogate(first) || !strings.HasPrefix(r.text[r.at:], `\u`) {
			return first
		}
		r.at += 2
		return utf16.DecodeRune(first, r.unit())
	default:
		return rune(c)
	}
}

// unit reads four hexadecimal digits.
func (r *reader) unit() rune {
	n, err := strconv.ParseUint(r.text[r.at:r.at+4], 16, 16)
	if err != nil {
		panic(err)
	}
	r.at += 4
	return rune(n)
}
