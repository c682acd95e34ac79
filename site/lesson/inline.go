package lesson

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
)

// Element is an inline HTML tag that lessons may use, such as kbd. Its
// children are what stands between its tags.
type Element struct {
	ast.BaseInline
	Tag string // one of the known names, lower-case
}

// KindElement is the kind of Element, for renderers.
var KindElement = ast.NewNodeKind("Element")

// Kind implements ast.Node.
func (*Element) Kind() ast.NodeKind { return KindElement }

// Dump implements ast.Node.
func (n *Element) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// elements may be written in a line, as <tag>...</tag> and without attributes.
var elements = []string{
	"b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup", "u", "var",
}

// cleanInlines takes every line of the text through the repairs that need no
// more than the line.
func (d *draft) cleanInlines() {
	for _, n := range inlineParents(d.lesson.Body) {
		closeBolds(n, d.src)
	}
	if !d.format.UnsafeHTML {
		for _, n := range inlineParents(d.lesson.Body) {
			pairTags(n, d.src)
		}
		for _, raw := range all[*ast.RawHTML](d.lesson.Body) {
			replace(raw, asText(raw, d.src))
		}
	}
	d.checkLinks()
	d.checkImages()
}

// inlineParents lists the nodes that hold pieces of a line.
func inlineParents(root ast.Node) []ast.Node {
	var parents []ast.Node
	for _, n := range all[ast.Node](root) {
		if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
			parents = append(parents, n)
		}
	}
	return parents
}

// closeBolds ends a bold that opens a line, and that nothing closes, at the
// end of that line. Markdown has left its stars as a text of their own.
func closeBolds(parent ast.Node, src source) {
	lineStart := parent.Type() == ast.TypeBlock
	for _, n := range children(parent) {
		text, isText := n.(*ast.Text)
		if lineStart && isText && bytes.Equal(text.Value(src), []byte("**")) && opensBold(text, src) {
			wrapLine(text)
		}
		lineStart = isText && (text.SoftLineBreak() || text.HardLineBreak()) && parent.Type() == ast.TypeBlock
	}
}

// opensBold tells a label's stars from an operator's: `** 2` is no bold.
func opensBold(stars *ast.Text, src source) bool {
	after := stars.Segment.Stop
	return after < len(src) && src[after] != ' ' && src[after] != '\n'
}

// wrapLine makes what follows the stars bold, up to the line's break, and
// drops the stars. The break stays outside.
func wrapLine(stars *ast.Text) {
	parent := stars.Parent()
	bold := ast.NewEmphasis(2)
	bold.SetPos(stars.Pos())
	var lineBreak *ast.Text
	for n := stars.NextSibling(); n != nil && lineBreak == nil; n = stars.NextSibling() {
		if t, ok := n.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			lineBreak = ast.NewTextSegment(t.Segment.WithStart(t.Segment.Stop))
			lineBreak.SetSoftLineBreak(true)
			t.SetSoftLineBreak(false)
			t.SetHardLineBreak(false)
		}
		bold.AppendChild(bold, n)
	}
	replace(stars, bold)
	if lineBreak != nil {
		parent.InsertAfter(parent, bold, lineBreak)
	}
}

// pairTags turns the pairs of tags among one parent's children into elements
// and drops comments. A tag whose partner stands in another parent stays
// alone, so what comes out always nests.
func pairTags(parent ast.Node, src source) {
	open := openTags{}
	for _, n := range children(parent) {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			continue
		}
		name, closes := tag(raw, src)
		switch {
		case bytes.HasPrefix(rawText(raw, src), []byte("<!--")):
			remove(raw)
		case name == "br" && !closes:
			replace(raw, &Element{Tag: name})
		case !slices.Contains(elements, name):
			// not for lessons
		case !closes:
			open.push(raw, name)
		default:
			if start := open.pop(name); start != nil {
				enclose(start, raw, name)
			}
		}
	}
}

// openTags are the tags that wait for their partners, innermost last.
type openTags struct {
	tags  []*ast.RawHTML
	names []string
	count map[string]int
}

func (o *openTags) push(tag *ast.RawHTML, name string) {
	if o.count == nil {
		o.count = map[string]int{}
	}
	o.tags = append(o.tags, tag)
	o.names = append(o.names, name)
	o.count[name]++
}

// pop is the innermost open tag of a name; nil if there is none. Those opened
// inside it never get their partner.
func (o *openTags) pop(name string) *ast.RawHTML {
	if o.count[name] == 0 {
		return nil // without a search: a text may have no end of them
	}
	for {
		last := len(o.tags) - 1
		tag, opened := o.tags[last], o.names[last]
		o.tags, o.names = o.tags[:last], o.names[:last]
		o.count[opened]--
		if opened == name {
			return tag
		}
	}
}

// enclose moves what stands between two tags into an element, and drops the
// tags. Tags between them that found no partner become text on the way.
func enclose(start, end *ast.RawHTML, name string) {
	element := &Element{Tag: name}
	element.SetPos(start.Pos())
	for n := start.NextSibling(); n != ast.Node(end); n = start.NextSibling() {
		element.AppendChild(element, n)
	}
	replace(start, element)
	remove(end)
}

// tag is the name of a tag without attributes; another's name is empty.
func tag(raw *ast.RawHTML, src source) (name string, closes bool) {
	text := bytes.TrimSuffix(bytes.TrimPrefix(rawText(raw, src), []byte("<")), []byte(">"))
	text, closes = bytes.CutPrefix(text, []byte("/"))
	text = bytes.TrimSpace(bytes.TrimSuffix(text, []byte("/")))
	return string(bytes.ToLower(text)), closes
}

func rawText(raw *ast.RawHTML, src source) []byte {
	return raw.Segments.Value(src)
}

// asText is a tag as a reader sees it: escaped by whoever renders it, and not
// read as Markdown again.
func asText(raw *ast.RawHTML, src source) ast.Node {
	text := ast.NewString(rawText(raw, src))
	text.SetRaw(true)
	return text
}
