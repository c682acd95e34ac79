package lesson

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Text is a piece of a line: emphasis, code and links, but no paragraphs.
type Text struct{ *ast.TextBlock }

// newText moves nodes, with their order, to a text of their own.
func newText(nodes ...ast.Node) Text {
	t := ast.NewTextBlock()
	for _, n := range nodes {
		t.AppendChild(t, n)
	}
	return Text{t}
}

// Plain is the text of a node without its markup, on one line.
func Plain(n ast.Node, src []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(literal(n, src))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(src))
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// literal is what a reader sees of a text: escapes and entities resolved.
func literal(n *ast.Text, src []byte) string {
	value := n.Value(src)
	if n.IsRaw() {
		return string(value)
	}
	value = util.ResolveNumericReferences(util.UnescapePunctuations(value))
	return string(util.ResolveEntityNames(value))
}

// summary is the first sentence of the first paragraph.
func summary(body ast.Node, src []byte) string {
	for n := body.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindParagraph {
			return firstSentence(Plain(n, src))
		}
	}
	return ""
}

// firstSentence ends at the first full stop that a capital follows, so that
// "e.g. this" goes on.
func firstSentence(text string) string {
	for i, r := range text {
		if !strings.ContainsRune(".?!", r) {
			continue
		}
		rest, spaced := strings.CutPrefix(text[i+1:], " ")
		next, _ := utf8.DecodeRuneInString(rest)
		if spaced && (unicode.IsUpper(next) || !unicode.IsLetter(next)) {
			return text[:i+1]
		}
	}
	return text
}
