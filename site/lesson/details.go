package lesson

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Details is a block that opens on a click. What it holds is Markdown; its
// first child is its Summary.
type Details struct {
	ast.BaseBlock
	indent int // what its lines are indented by; -1 until the first is seen
	closed bool
}

// Summary is the line of a Details that is always seen.
type Summary struct{ ast.BaseBlock }

// Kinds of the two nodes, for renderers.
var (
	KindDetails = ast.NewNodeKind("Details")
	KindSummary = ast.NewNodeKind("Summary")
)

// Kind implements ast.Node.
func (*Details) Kind() ast.NodeKind { return KindDetails }

// Kind implements ast.Node.
func (*Summary) Kind() ast.NodeKind { return KindSummary }

// Dump implements ast.Node.
func (n *Details) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// Dump implements ast.Node.
func (n *Summary) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// checkDetails reports details that would swallow the rest of the page, or
// that a reader would not know how to open.
func (d *draft) checkDetails() {
	for _, n := range all[*Details](d.lesson.Body) {
		if !n.closed {
			d.wrong(n.Pos(), "write </details> on a line of its own", "<details> is never closed")
		} else if n.FirstChild() == nil || n.FirstChild().Kind() != KindSummary {
			d.wrong(n.Pos(), "write <summary>...</summary> on the line below", "<details> has no <summary>")
		}
	}
	for _, n := range all[*comment](d.lesson.Body) {
		if !n.closed {
			d.wrong(n.Pos(), "end it with -->", "the comment is never closed")
		}
		remove(n)
	}
}

// detailsParser reads what stands between the tags as Markdown. CommonMark
// has it as raw HTML up to a blank line, which is why authors indent it: the
// indentation of the first line is taken off the others.
type detailsParser struct{}

func (detailsParser) Trigger() []byte             { return []byte{'<'} }
func (detailsParser) CanInterruptParagraph() bool { return true }
func (detailsParser) CanAcceptIndentedLine() bool { return false }

func (detailsParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if depth(parent) >= maxDetails {
		return nil, parser.NoChildren // shown as the text that it is
	}
	line, _ := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || at > len(line) {
		return nil, parser.NoChildren // goldmark counts a tab inside a line as it would at its start
	}
	for _, tag := range []string{"<details>", "<details open>"} {
		if !bytes.HasPrefix(line[at:], []byte(tag)) {
			continue
		}
		reader.Advance(at + len(tag))
		if rest, _ := reader.PeekLine(); util.IsBlank(rest) {
			reader.AdvanceToEOL()
		}
		return &Details{indent: -1}, parser.HasChildren
	}
	return nil, parser.NoChildren
}

// maxDetails is how deep details may stand in each other. Unlike quotes and
// lists they need no room on a line, so a text could have no end of them.
const maxDetails = 10

// depth counts the details that a node stands in, up to the most there may be.
func depth(n ast.Node) int {
	count := 0
	for ; n != nil && count < maxDetails; n = n.Parent() {
		if n.Kind() == KindDetails {
			count++
		}
	}
	return count
}

func (detailsParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*Details)
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		reader.AdvanceToEOL()
		return parser.Continue | parser.HasChildren
	}
	if bytes.Equal(bytes.TrimSpace(line), []byte("</details>")) {
		n.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	width, _ := util.IndentWidth(line, reader.LineOffset())
	if n.indent < 0 {
		n.indent = width
	}
	if width = min(width, n.indent); width > 0 {
		reader.AdvanceAndSetPadding(util.IndentPosition(line, reader.LineOffset(), width))
	}
	return parser.Continue | parser.HasChildren
}

func (detailsParser) Close(ast.Node, text.Reader, parser.Context) {}

// summaryParser reads one line: <summary>...</summary>.
type summaryParser struct{}

func (summaryParser) Trigger() []byte             { return []byte{'<'} }
func (summaryParser) CanInterruptParagraph() bool { return true }
func (summaryParser) CanAcceptIndentedLine() bool { return false }

func (summaryParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if parent.Kind() != KindDetails || parent.HasChildren() {
		return nil, parser.NoChildren
	}
	line, segment := reader.PeekLine()
	line = bytes.TrimRight(line, " \t\n")
	const start, end = "<summary>", "</summary>"
	from, to := pc.BlockOffset()+len(start), len(line)-len(end)
	if from < len(start) || from > to || !bytes.HasSuffix(line[:from], []byte(start)) || !bytes.HasSuffix(line, []byte(end)) {
		return nil, parser.NoChildren
	}
	n := &Summary{}
	offset := segment.Start - segment.Padding
	n.Lines().Append(text.NewSegment(offset+from, offset+to))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (summaryParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (summaryParser) Close(ast.Node, text.Reader, parser.Context) {}
