package lesson

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// readLines reads the lines of a paragraph: those of the question up to the
// first option, then one option a line. A line without a letter goes on with
// the line above it.
func (q *Question) readLines(paragraph ast.Node, src source) {
	var text ast.Node
	for _, line := range splitLines(paragraph) {
		if letter := takeLetter(line, src); letter != "" {
			option := &Option{Letter: letter, Text: newText()}
			q.Options = append(q.Options, option)
			text = option.Text
		} else if text == nil {
			text = q.unfinished()
		}
		for _, n := range line {
			text.AppendChild(text, n)
		}
	}
}

// unfinished is what a line without a letter goes on with.
func (q *Question) unfinished() ast.Node {
	switch {
	case len(q.Options) > 0:
		return q.Options[len(q.Options)-1].Text
	case !q.Text.HasChildren():
		return q.Text
	}
	p := ast.NewParagraph()
	q.Body = append(q.Body, p)
	return p
}

// tidy drops what the lines' ends have left, and the bold of a question that
// is all bold: it is the question's label already.
func (q *Question) tidy() {
	dropBreak(q.Text)
	if bold, ok := q.Text.FirstChild().(*ast.Emphasis); ok && bold == q.Text.LastChild() {
		q.Text = newText(children(bold)...)
	}
	for _, o := range q.Options {
		dropBreak(o.Text)
	}
}

// dropBreak ends a text without a line break.
func dropBreak(text Text) {
	last, ok := text.LastChild().(*ast.Text)
	if !ok {
		return
	}
	last.SetSoftLineBreak(false)
	last.SetHardLineBreak(false)
	if last.Segment.IsEmpty() {
		remove(last)
	}
}

// splitLines parts a paragraph at its line breaks. A break inside emphasis
// parts nothing.
func splitLines(paragraph ast.Node) [][]ast.Node {
	var lines [][]ast.Node
	var line []ast.Node
	for _, n := range children(paragraph) {
		line = append(line, n)
		if t, ok := n.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			lines = append(lines, line)
			line = nil
		}
	}
	if line != nil {
		lines = append(lines, line)
	}
	return lines
}

func hasOptions(paragraph ast.Node, src source) bool {
	for _, line := range splitLines(paragraph) {
		if letterOf(line, src) != "" {
			return true
		}
	}
	return false
}

// letterOf is the letter that begins a line as in "a) this".
func letterOf(line []ast.Node, src source) string {
	text, ok := line[0].(*ast.Text)
	if !ok {
		return ""
	}
	letter, rest, ok := bytes.Cut(text.Value(src), []byte(")"))
	letter = bytes.ToLower(letter)
	if !ok || len(letter) != 1 || letter[0] < 'a' || letter[0] > 'z' {
		return ""
	}
	if len(rest) > 0 && rest[0] != ' ' && rest[0] != '\t' {
		return ""
	}
	return string(letter)
}

// takeLetter takes the letter, and the space after it, out of the line.
func takeLetter(line []ast.Node, src source) string {
	letter := letterOf(line, src)
	if letter != "" {
		text := line[0].(*ast.Text)
		rest := text.Segment.WithStart(text.Segment.Start + len("a)"))
		text.Segment = rest.TrimLeftSpace(src)
	}
	return letter
}

// checkOptions reports questions that offer nothing to choose from, and
// letters out of order.
func (d *draft) checkOptions() {
	for _, q := range d.lesson.Quiz.Questions {
		q.tidy()
		if len(q.Options) < 2 {
			d.mistakes.add(d.lesson.File, q.Line, "write one option a line: a) this",
				"question %d has no options to choose from", q.Number)
		}
		for i, o := range q.Options {
			if want := string(rune('a' + i)); o.Letter != want {
				d.mistakes.add(d.lesson.File, q.Line, "letter the options a, b, c and so on",
					"question %d has an option %s where %s should be", q.Number, o.Letter, want)
				break
			}
		}
	}
}
