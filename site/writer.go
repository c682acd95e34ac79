package site

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"awaitgo/site/internal/highlight"
	"awaitgo/site/language"
	"awaitgo/site/lesson"
)

// writer turns a lesson's tree into HTML: goldmark its own nodes, templates
// those of package lesson. Like a bufio.Writer it keeps its first error.
type writer struct {
	lesson   *lesson.Lesson
	text     language.Texts
	markdown renderer.Renderer
	still    bool // listings don't run: their programs do elsewhere in the page
	err      error
}

func newWriter(l *lesson.Lesson, text language.Texts) *writer {
	w := &writer{lesson: l, text: text}
	w.markdown = renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(w, 100),
		// Alignment by attribute, as the pages' policy allows no inline style.
		util.Prioritized(extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)), 500),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		// HTML that is left in a lesson is there because its author said so.
		util.Prioritized(html.NewRenderer(html.WithUnsafe()), 1000),
	))
	return w
}

// html is nodes, one after the other, as HTML.
func (w *writer) html(nodes ...ast.Node) template.HTML {
	var b bytes.Buffer
	for _, n := range nodes {
		if err := w.markdown.Render(&b, w.lesson.Source, n); err != nil && w.err == nil {
			w.err = err
		}
	}
	return template.HTML(strings.TrimSpace(b.String()))
}

// RegisterFuncs implements renderer.NodeRenderer.
func (w *writer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(lesson.KindElement, element)
	reg.Register(lesson.KindDetails, wrapped("details"))
	reg.Register(lesson.KindSummary, wrapped("summary"))
	reg.Register(lesson.KindExample, example)
	reg.Register(lesson.KindExercise, w.exercise)
	reg.Register(lesson.KindListing, w.leaf(func(n ast.Node) (string, any) {
		return "listing", w.listing(n.(*lesson.Listing), false)
	}))
	reg.Register(lesson.KindPair, w.leaf(func(n ast.Node) (string, any) {
		pair := n.(*lesson.Pair)
		return "pair", []listing{w.listing(pair.Python, true), w.listing(pair.Go, true)}
	}))
	reg.Register(lesson.KindQuiz, w.leaf(func(n ast.Node) (string, any) {
		return "quiz", w.quiz(n.(*lesson.Quiz))
	}))
}

// leaf writes a node by a template, given the template's name and data.
func (w *writer) leaf(view func(ast.Node) (template string, data any)) renderer.NodeRendererFunc {
	return func(b util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		name, data := view(n)
		return ast.WalkSkipChildren, templates.ExecuteTemplate(b, name, data)
	}
}

// wrapped writes a block's children between tags.
func wrapped(tag string) renderer.NodeRendererFunc {
	return func(b util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			b.WriteString("<" + tag + ">")
		} else {
			b.WriteString("</" + tag + ">\n")
		}
		return ast.WalkContinue, nil
	}
}

func element(b util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	tag := n.(*lesson.Element).Tag
	if entering {
		b.WriteString("<" + tag + ">")
	} else if tag != "br" {
		b.WriteString("</" + tag + ">")
	}
	return ast.WalkContinue, nil
}

func example(b util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		b.WriteString(`<section class="example" id="` + n.(*lesson.Example).ID() + "\">\n")
	} else {
		b.WriteString("</section>\n")
	}
	return ast.WalkContinue, nil
}

// exercise writes an exercise's section, and at its end what solves it.
func (w *writer) exercise(b util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	e := n.(*lesson.Exercise)
	if entering {
		fmt.Fprintf(b, "<section class=\"exercise\" id=\"%s\">\n<await-exercise lesson=\"%d\" name=\"%s\">\n", e.ID(), w.lesson.Number, e.ID())
		return ast.WalkContinue, nil
	}
	for _, p := range w.lesson.Programs {
		if p.Exercise == e.Number {
			solution := listing{Lang: "go", Code: highlight.HTML("go", p.Go)}
			if err := templates.ExecuteTemplate(b, "solution", struct {
				Text language.Texts
				listing
			}{w.text, solution}); err != nil {
				return ast.WalkStop, err
			}
		}
	}
	b.WriteString("</await-exercise>\n</section>\n")
	return ast.WalkContinue, nil
}

// listing is what the template of a listing needs.
type listing struct {
	Lang, Caption string
	Code          template.HTML
	Program       *lesson.Program
	Beside        string // the log that its timeline is seen beside, from the page; "" if there is none
	Lesson        int
	Text          language.Texts
}

var captions = map[string]string{"go": "Go", "python": "Python"}

// listing has a caption where the reader should know what Run would run, or
// which of a pair this is.
func (w *writer) listing(l *lesson.Listing, paired bool) listing {
	view := listing{
		Lang:    l.Lang,
		Code:    highlight.HTML(l.Lang, l.Code),
		Program: l.Program,
		Lesson:  w.lesson.Number,
		Text:    w.text,
	}
	if w.still {
		view.Program = nil
	}
	if p := view.Program; p != nil && p.BesideLog != "" {
		view.Beside = logURL(p)
	}
	if paired || view.Program != nil {
		view.Caption = captions[l.Lang]
	}
	return view
}

// question is what the template of a quiz needs for each question.
type question struct {
	*lesson.Question
	Text, Body, Explanation template.HTML
	Why                     template.HTML // the explanation again, for the answer key
	Options                 []option
	Letters                 string // the answer's, with spaces between
}

type option struct {
	Letter string
	Text   template.HTML
}

func (w *writer) quiz(quiz *lesson.Quiz) any {
	var data struct {
		Text      language.Texts
		Lesson    int
		Intro     template.HTML
		Questions []question
	}
	data.Text, data.Lesson = w.text, w.lesson.Number
	data.Intro = w.html(quiz.Intro...)
	for _, q := range quiz.Questions {
		view := question{
			Question:    q,
			Text:        w.html(q.Text),
			Body:        w.html(q.Body...),
			Explanation: w.html(q.Explanation...),
			Letters:     strings.Join(q.Answer, " "),
		}
		w.still = true
		view.Why = w.html(q.Explanation...)
		w.still = false
		for _, o := range q.Options {
			view.Options = append(view.Options, option{o.Letter, w.html(o.Text)})
		}
		data.Questions = append(data.Questions, view)
	}
	return data
}
