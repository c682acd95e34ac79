package lesson

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// An Example is a numbered section of the text, from its heading on.
type Example struct {
	ast.BaseBlock
	Number int
	Title  string // plain; empty if the heading is the number alone
}

// KindExample is the kind of Example, for renderers.
var KindExample = ast.NewNodeKind("Example")

// Kind implements ast.Node.
func (*Example) Kind() ast.NodeKind { return KindExample }

// Dump implements ast.Node.
func (n *Example) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// ID is the example's address in the page.
func (n *Example) ID() string { return fmt.Sprintf("example-%d", n.Number) }

// A Section is an Example or an Exercise. Its heading has no address of its own.
type Section interface{ ID() string }

// An Exercise is a numbered section in which the reader has something to do.
// What is to be solved stands in it as the Listing of a Program with a Start.
type Exercise struct {
	ast.BaseBlock
	Number int
	Title  string // plain; empty if the heading is the number alone
}

// KindExercise is the kind of Exercise, for renderers.
var KindExercise = ast.NewNodeKind("Exercise")

// Kind implements ast.Node.
func (*Exercise) Kind() ast.NodeKind { return KindExercise }

// Dump implements ast.Node.
func (n *Exercise) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// ID is the exercise's address in the page.
func (n *Exercise) ID() string { return fmt.Sprintf("exercise-%d", n.Number) }

var (
	titleForm    = regexp.MustCompile(`^(?:Lesson|Lektion|الدرس)\s+(\d{1,6})\s*:\s*`)
	exampleForm  = regexp.MustCompile(`^(?:Example|Beispiel|مثال)\s+(\d{1,6})\s*(?::\s*(.*))?$`)
	exerciseForm = regexp.MustCompile(`^(?:Exercise|Aufgabe|تمرين)\s+(\d{1,6})\s*(?::\s*(.*))?$`)
	quizForm     = regexp.MustCompile(`(?i)^(?:Quiz|اختبار)$`)
)

// headingOf is the heading of the section that a program belongs to; "" if it
// belongs to none.
func headingOf(p *Program) string {
	switch {
	case p.Example > 0:
		return fmt.Sprintf("### Example %d", p.Example)
	case p.Exercise > 0:
		return fmt.Sprintf("### Exercise %d", p.Exercise)
	}
	return ""
}

// takeTitle takes the title out of the text.
func (d *draft) takeTitle() {
	const hint = "write # Lesson 38: A title"
	d.lesson.Title = newText()
	for _, h := range all[*ast.Heading](d.lesson.Body) {
		if h.Level != 1 {
			continue
		}
		first, _ := h.FirstChild().(*ast.Text)
		var form []string
		if first != nil {
			form = titleForm.FindStringSubmatch(string(first.Value(d.src)))
		}
		if form == nil {
			d.wrong(h.Pos(), hint, "the title has no lesson number")
			return
		}
		d.lesson.Number, _ = strconv.Atoi(form[1]) // at most six digits
		first.Segment.Start += len(form[0])
		d.lesson.Title = newText(children(h)...)
		d.lesson.titleLine = d.line(h.Pos())
		if Plain(d.lesson.Title, d.src) == "" {
			d.wrong(h.Pos(), hint, "the title has a number only")
		}
		remove(h)
		return
	}
	d.wrong(0, hint, "there is no title")
}

// cutSections gathers examples, exercises and quiz into nodes of their own. A section
// ends where another begins, or at a heading that is not below its own.
func (d *draft) cutSections() {
	var section ast.Node
	var level int
	for _, n := range children(d.lesson.Body) {
		if h, ok := n.(*ast.Heading); ok {
			if next := d.newSection(h); next != nil {
				dropRule(h)
				section, level = next, h.Level
				replace(h, section)
				if section.Kind() != KindQuiz {
					section.AppendChild(section, h)
				}
				continue
			}
			if h.Level <= level {
				section = nil
			}
		}
		if section != nil {
			section.AppendChild(section, n)
		}
	}
}

// newSection is the section that a heading opens; nil if it opens none.
func (d *draft) newSection(h *ast.Heading) ast.Node {
	title := Plain(h, d.src)
	if quizForm.MatchString(title) {
		if d.lesson.Quiz != nil {
			d.wrong(h.Pos(), "put all questions under one heading", "a lesson has one quiz, and this is the second")
		}
		d.lesson.Quiz = &Quiz{level: h.Level}
		d.lesson.Quiz.SetPos(h.Pos())
		return d.lesson.Quiz
	}
	if form := exerciseForm.FindStringSubmatch(title); form != nil {
		return d.newExercise(h, form)
	}
	form := exampleForm.FindStringSubmatch(title)
	if form == nil {
		return nil
	}
	number, _ := strconv.Atoi(form[1]) // at most six digits
	if d.examples[number] {
		d.wrong(h.Pos(), "", "there is an example %d above", number)
	}
	d.examples[number] = true
	e := &Example{Number: number, Title: form[2]}
	e.SetPos(h.Pos())
	d.lesson.Examples = append(d.lesson.Examples, e)
	return e
}

func (d *draft) newExercise(h *ast.Heading, form []string) *Exercise {
	number, _ := strconv.Atoi(form[1]) // at most six digits
	e := &Exercise{Number: number, Title: form[2]}
	e.SetPos(h.Pos())
	if slices.ContainsFunc(d.lesson.Exercises, func(other *Exercise) bool { return other.Number == number }) {
		d.wrong(h.Pos(), "", "there is an exercise %d above", number)
	} else {
		d.lesson.Exercises = append(d.lesson.Exercises, e)
	}
	return e
}

// dropRule leaves out a rule that parts two sections: the page parts them.
func dropRule(heading ast.Node) {
	before := heading.PreviousSibling()
	if before == nil {
		return
	}
	switch before.Kind() {
	case KindExample, KindExercise, KindQuiz:
		before = before.LastChild()
	}
	if before != nil && before.Kind() == ast.KindThematicBreak {
		remove(before)
	}
}

// nameHeadings gives headings their ids, and the levels that they have in an
// outline: right below the page's title, or right below the heading above.
func (d *draft) nameHeadings() {
	ids := ids{}
	var outline []int // the levels, as written, that a heading is below
	below := func(level int) int {
		for len(outline) > 0 && outline[len(outline)-1] >= level {
			outline = outline[:len(outline)-1]
		}
		outline = append(outline, level)
		return min(1+len(outline), 6)
	}
	for _, n := range all[ast.Node](d.lesson.Body) {
		switch n := n.(type) {
		case *Quiz:
			outline = []int{n.level}
		case *ast.Heading:
			n.Level = below(n.Level)
			if kind := n.Parent().Kind(); kind != KindExample && kind != KindExercise || n.PreviousSibling() != nil {
				n.SetAttributeString("id", []byte(ids.heading(Plain(n, d.src))))
			}
		}
	}
}

// ids are the addresses that a page's headings have, and how often each was
// asked for.
type ids map[string]int

// heading is the address of one more heading: its words in small letters, with
// dashes between. It keeps clear of the ids that sections and questions have.
func (ids ids) heading(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			b.WriteRune(r)
		case unicode.IsSpace(r) || r == '-' || r == '_':
			b.WriteByte('-')
		}
	}
	id := cmp.Or(b.String(), "heading")
	for _, taken := range []string{"lesson", "example-", "exercise-", "quiz", "main"} {
		if strings.HasPrefix(id, taken) {
			id = "about-" + id
		}
	}
	for base := id; ids[id] > 0; {
		id = fmt.Sprintf("%s-%d", base, ids[base])
		ids[base]++
	}
	ids[id]++
	return id
}

// A Heading is an entry of a lesson's outline.
type Heading struct {
	Level int    // 2 for those right below the title
	ID    string // its address in the page
	Text  string // plain
}

// Outline lists the headings of the page.
func (l *Lesson) Outline() []Heading {
	var outline []Heading
	for _, n := range all[ast.Node](l.Body) {
		switch n := n.(type) {
		case *Quiz:
			outline = append(outline, Heading{Level: 2, ID: "quiz"})
		case *ast.Heading:
			h := Heading{Level: n.Level, Text: Plain(n, l.Source)}
			if id, ok := n.AttributeString("id"); ok {
				h.ID = string(id.([]byte))
			} else if section, ok := n.Parent().(Section); ok {
				h.ID = section.ID()
			}
			outline = append(outline, h)
		}
	}
	return outline
}

// HasID says whether the lesson's page has a place of that address.
func (l *Lesson) HasID(id string) bool {
	if id == "" || id == "main" || l.Quiz != nil && id == "quiz" {
		return true
	}
	for _, h := range l.Outline() {
		if h.ID == id {
			return true
		}
	}
	for _, e := range l.Examples {
		if e.ID() == id {
			return true
		}
	}
	if l.Quiz != nil {
		for _, q := range l.Quiz.Questions {
			if q.ID() == id {
				return true
			}
		}
	}
	return false
}
