package lesson

import (
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// parser is CommonMark with two changes. There are no HTML blocks:
// tags are inline, where cleanInlines judges them one by one, but for details
// and comments, which hold or hide blocks. And tables and strikethrough are
// there. Unsafe HTML has its blocks back, below details and comments.
func (f Format) parser() parser.Parser {
	if f.UnsafeHTML {
		return unsafeParser
	}
	return safeParser
}

var (
	safeParser   = newParser()
	unsafeParser = newParser(util.Prioritized(parser.NewHTMLBlockParser(), 950))
)

func newParser(blocks ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(blocks,
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(detailsParser{}, 900),
			util.Prioritized(summaryParser{}, 910),
			util.Prioritized(commentParser{}, 920),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		)...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
		)...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(paragraphLimit{}, 10),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		)...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}
