package lesson

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
)

// A Quiz is the section of questions. As a node it has no children: what it
// holds stands in its fields.
type Quiz struct {
	ast.BaseBlock
	Intro     []ast.Node // paragraphs before the first question
	Questions []*Question

	level int // of its heading, as written; the page's is 2
}

// A Question has options, of which one or several are right.
type Question struct {
	Number      int
	Line        int
	Text        Text       // the question itself
	Body        []ast.Node // what stands between it and the options, such as a listing
	Options     []*Option
	Answer      []string   // the letters of the right options, in their order
	Explanation []ast.Node // why; may be empty
}

// An Option is one of a question's possible answers.
type Option struct {
	Letter string // "a", "b", ...
	Text   Text
}

// Multiple says whether the question asks for several options.
func (q *Question) Multiple() bool { return len(q.Answer) > 1 }

// Option is the option of that letter; nil if there is none.
func (q *Question) Option(letter string) *Option {
	for _, o := range q.Options {
		if o.Letter == letter {
			return o
		}
	}
	return nil
}

// ID is the question's address in the page.
func (q *Question) ID() string { return fmt.Sprintf("quiz-%d", q.Number) }

// KindQuiz is the kind of Quiz, for renderers.
var KindQuiz = ast.NewNodeKind("Quiz")

// Kind implements ast.Node.
func (*Quiz) Kind() ast.NodeKind { return KindQuiz }

// Dump implements ast.Node.
func (n *Quiz) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// readQuiz takes the quiz's section apart: entries of numbered lists are
// questions, whatever follows one belongs to it, and details are the key.
func (d *draft) readQuiz() {
	quiz := d.lesson.Quiz
	if quiz == nil {
		return
	}
	var question *Question
	var key *Details
	for _, n := range children(quiz) {
		remove(n)
		switch n := n.(type) {
		case *ast.ThematicBreak:
		case *ast.Heading:
			d.wrong(n.Pos(), "move it above or below the quiz", "a heading can't part a quiz")
		case *Details:
			if key != nil {
				d.wrong(n.Pos(), "list all answers in one", "the quiz has a second answer key")
				continue
			}
			key = n
		case *ast.List:
			if !n.IsOrdered() {
				d.add(question, n)
				continue
			}
			for item, number := range numbered(n, d.src) {
				question = d.newQuestion(item, number)
			}
		default:
			d.add(question, n)
		}
	}
	if len(quiz.Questions) == 0 {
		d.wrong(quiz.Pos(), "number the questions: 1. **What is this?**", "the quiz has no questions")
	}
	d.checkOptions()
	if key != nil {
		d.readKey(key)
	}
	d.checkAnswers()
}

// newQuestion reads an entry of the quiz's list. One with a number that is
// taken is read and left out, as no answer could name it.
func (d *draft) newQuestion(item *ast.ListItem, number int) *Question {
	q := &Question{Number: number, Line: d.line(item.Pos()), Text: newText()}
	if d.questions[number] != nil {
		d.wrong(item.Pos(), "number the questions 1, 2, 3 and so on", "there is a question %d above", number)
	} else {
		d.questions[number] = q
		d.lesson.Quiz.Questions = append(d.lesson.Quiz.Questions, q)
	}
	for _, n := range children(item) {
		item.RemoveChild(item, n)
		d.add(q, n)
	}
	return q
}

// add gives a block to the question that it stands under, or to the quiz if
// it stands above all of them.
func (d *draft) add(q *Question, n ast.Node) {
	isLines := n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock
	switch {
	case q == nil:
		d.lesson.Quiz.Intro = append(d.lesson.Quiz.Intro, n)
	case isLines && (hasOptions(n, d.src) || !q.Text.HasChildren()):
		q.readLines(n, d.src)
	case len(q.Options) == 0:
		q.Body = append(q.Body, n)
	case n.Kind() == ast.KindBlockquote && q.Explanation == nil:
		for _, child := range children(n) {
			n.RemoveChild(n, child)
			q.Explanation = append(q.Explanation, child)
		}
	default:
		d.wrong(n.Pos(), "put it above the options, or write the explanation as > Because ...",
			"question %d goes on after its options", q.Number)
	}
}
