package lesson

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// comment is an author's note over one line or many: <!-- ... -->. It leaves
// the tree before anyone else sees it.
type comment struct {
	ast.BaseBlock
	closed bool
}

var kindComment = ast.NewNodeKind("Comment")

func (*comment) Kind() ast.NodeKind              { return kindComment }
func (*comment) IsRaw() bool                     { return true }
func (n *comment) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type commentParser struct{}

func (commentParser) Trigger() []byte             { return []byte{'<'} }
func (commentParser) CanInterruptParagraph() bool { return true }
func (commentParser) CanAcceptIndentedLine() bool { return false }

// Open leaves a comment that text follows on its line to the inline parser.
func (commentParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if at := pc.BlockOffset(); at < 0 || at > len(line) {
		return nil, parser.NoChildren
	}
	inside, ok := bytes.CutPrefix(line[pc.BlockOffset():], []byte("<!--"))
	if !ok {
		return nil, parser.NoChildren
	}
	_, rest, closed := bytes.Cut(inside, []byte("-->"))
	if len(bytes.TrimSpace(rest)) > 0 {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &comment{closed: closed}, parser.NoChildren
}

func (commentParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*comment)
	if n.closed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	n.closed = bytes.Contains(line, []byte("-->"))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (commentParser) Close(ast.Node, text.Reader, parser.Context) {}
