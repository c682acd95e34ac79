package lesson

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Limits on what a lesson may hold, many times what lessons have. They are
// what keeps reading one linear in its size: Markdown has constructs that cost
// the square of a paragraph, and a text from a stranger may consist of them.
const (
	// MaxSize is the most bytes that a lesson.md may have.
	MaxSize = 256 << 10

	maxLine      = 8 << 10 // bytes of a line
	maxParagraph = 8 << 10 // bytes of a paragraph, or of a table
	maxColumns   = 20      // of a table
)

// maxNesting is how deep quotes and lists may stand in each other. A page is
// unreadable long before; and what reads a text calls itself for each level.
const maxNesting = 100

// checkLimits refuses a text whose lines are longer, or open more quotes and
// lists, than any lesson needs, before anything is made of it.
func checkLimits(file string, text []byte) error {
	number := 0
	for line := range bytes.Lines(text) {
		number++
		if len(line) > maxLine {
			return &Mistake{File: file, Line: number, Column: 1,
				Message: fmt.Sprintf("a line has at most %d bytes, and this one has %d", maxLine, len(line)),
				Hint:    "break the line"}
		}
		if levels, column := nesting(line); levels > maxNesting {
			return &Mistake{File: file, Line: number, Column: column,
				Message: fmt.Sprintf("quotes and lists stand in each other more than %d deep", maxNesting),
				Hint:    "start again at the margin"}
		}
	}
	return nil
}

// nesting is the most levels that a line's beginning can stand in, and the
// column of the first: markers, and the indentation of those above. Without a
// marker indentation opens nothing.
func nesting(line []byte) (levels, column int) {
	markers, spaces := 0, 0
	for i, b := range line {
		switch {
		case b == ' ':
			spaces++
		case b == '\t':
			spaces += 4
		case b == '>' || b == '*' || b == '+' || b == '-' || '0' <= b && b <= '9':
			if markers++; column == 0 {
				column = i + 1
			}
		case b == '.' || b == ')' || b == '\n':
			// a part of a number's marker; the end
		default:
			return levelsOf(markers, spaces), column
		}
	}
	if trimmed := bytes.TrimSpace(line); len(bytes.Trim(trimmed, "- \t")) == 0 || len(bytes.Trim(trimmed, "* \t")) == 0 {
		return 0, column // a rule
	}
	return levelsOf(markers, spaces), column
}

func levelsOf(markers, spaces int) int {
	if markers == 0 {
		return 0
	}
	return markers + spaces/2
}

// paragraphLimit leaves out, and notes, the paragraphs that are too long,
// before a line of theirs is read.
type paragraphLimit struct{}

// refusal is a paragraph that a paragraphLimit has left out.
type refusal struct {
	pos           int
	message, hint string
}

var refusalsKey = parser.NewContextKey()

// Transform implements parser.ParagraphTransformer.
func (paragraphLimit) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := n.Lines()
	size, columns, isTable := 0, 0, false
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(reader.Source())
		size += len(value)
		columns = max(columns, bytes.Count(value, []byte("|")))
		isTable = isTable || len(bytes.Trim(value, "|-: \t\n")) == 0
	}
	refused := refusal{pos: n.Pos()}
	switch {
	case size > maxParagraph:
		refused.message = fmt.Sprintf("a paragraph or table has at most %d bytes, and this one has %d", maxParagraph, size)
		refused.hint = "part it by blank lines"
	case isTable && columns > maxColumns+1:
		refused.message = fmt.Sprintf("a table has at most %d columns", maxColumns)
		refused.hint = "turn rows and columns, or make two tables of it"
	default:
		return
	}
	refusals, _ := pc.Get(refusalsKey).([]refusal)
	pc.Set(refusalsKey, append(refusals, refused))
	n.SetLines(text.NewSegments())
	n.SetPos(refused.pos)
}
