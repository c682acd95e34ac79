package site

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"awaitgo/site/internal/highlight"
	"awaitgo/site/lesson"
)

// embeddable is what embed/38.json tells the page embed.html of lesson 38.
type embeddable struct {
	Lesson   int       `json:"lesson"`
	Title    string    `json:"title"`
	Page     string    `json:"page"` // from the site's root
	Programs []program `json:"programs"`
}

// program is one that a reader can run. The text content of HTML is exactly
// its source.
type program struct {
	Name    string `json:"name"`
	Example int    `json:"example,omitempty"` // 0 if it belongs to none
	HTML    string `json:"html"`
	Beside  string `json:"beside,omitempty"` // the event log of its Python, from the site's root
}

// writeEmbedPage writes embed.html, the page that other sites have in frames,
// and embed/, which tells their authors how.
func writeEmbedPage(o *output, c *course) error {
	html, err := execute("embed.html", c.page("./", c.Title, "", "embed.html"))
	if err != nil {
		return err
	}
	if err := o.write("embed.html", html); err != nil {
		return err
	}
	html, err = c.embeddingPage()
	if err != nil {
		return err
	}
	return o.write("embed/index.html", html)
}

//go:embed templates/snippets.txtar
var snippets []byte

// embedding is what the page on embedding is made from.
type embedding struct {
	page
	Base   string // the site's address, with a slash at its end
	Sample string // the query of embed.html for one program of the course; "" if there is none
	first  string // the number of its lesson
}

func (c *course) embeddingPage() ([]byte, error) {
	data := embedding{
		page:  c.page("../", "Embedding · "+c.Title, "How to have programs of this course on other pages.", "embed/"),
		Base:  cmp.Or(c.opts.BaseURL, "https://course.example/"),
		first: "38",
	}
	data.Frames = true
	if i := slices.IndexFunc(c.lessons, func(l link) bool { return l.program != "" }); i >= 0 {
		data.first = strconv.Itoa(c.lessons[i].Number)
		data.Sample = url.Values{"lesson": {data.first}, "name": {c.lessons[i].program}}.Encode()
	}
	return execute("embedding.html", data)
}

// Origin is the site's, as a Content-Security-Policy has it.
func (e embedding) Origin() string {
	u, err := url.Parse(e.Base)
	if err != nil {
		return e.Base
	}
	return u.Scheme + "://" + u.Host
}

// Snippet is a listing of the page, with the site's own address in it, and the
// script of its language, which goes before the others.
func (e embedding) Snippet(name string) (string, error) {
	text, err := fs.ReadFile(snippetFiles, name)
	language := ""
	if e.LanguageScript != "" {
		language = fmt.Sprintf("<script type=\"module\" src=\"%s%s\"></script>\n", e.Base, e.LanguageScript)
	}
	return strings.NewReplacer("COURSEORIGIN", e.Origin(), "COURSE", e.Base, "LESSON", e.first, "LANGUAGE", language).Replace(string(text)), err
}

// Program is a listing of the page that runs.
func (embedding) Program(name string) (template.HTML, error) {
	text, err := fs.ReadFile(snippetFiles, name)
	return highlight.HTML("go", string(text)), err
}

var snippetFiles = mustFS(snippets)

func mustFS(archive []byte) fs.FS {
	fsys, err := txtar.FS(txtar.Parse(archive))
	if err != nil {
		panic(err) // its names are ours
	}
	return fsys
}

// writeEmbeddable writes a lesson's file from which embed.html takes programs,
// and, where the site's address is known, the one by which other sites find
// out that there is something to embed.
func (c *course) writeEmbeddable(o *output, l *lesson.Lesson) error {
	if err := writeJSON(o, fmt.Sprintf("embed/%d.json", l.Number), embeddableOf(l)); err != nil {
		return err
	}
	if c.oEmbed(l) == "" {
		return nil
	}
	const width, height = 800, 560
	title := lesson.Plain(l.Title, l.Source)
	return writeJSON(o, oEmbedFile(l), map[string]any{
		"version":       "1.0",
		"type":          "rich",
		"title":         title,
		"provider_name": c.Title,
		"provider_url":  c.opts.BaseURL,
		"width":         width,
		"height":        height,
		"html": fmt.Sprintf(`<iframe src="%sembed.html?lesson=%d" title="%s" width="%d" height="%d" allow="clipboard-write" sandbox="allow-scripts allow-same-origin allow-popups" style="border:0;max-width:100%%"></iframe>`,
			template.HTMLEscapeString(c.opts.BaseURL), l.Number, template.HTMLEscapeString(title), width, height),
	})
}

// oEmbed is the full address of a lesson's oEmbed file; "" if there is nothing
// to embed, or if the site doesn't know its address.
func (c *course) oEmbed(l *lesson.Lesson) string {
	if c.opts.BaseURL == "" || len(l.Programs) == 0 {
		return ""
	}
	return c.opts.BaseURL + oEmbedFile(l)
}

func oEmbedFile(l *lesson.Lesson) string { return fmt.Sprintf("embed/%d.oembed.json", l.Number) }

func writeJSON(o *output, name string, value any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // it is no page, and half of it is markup
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return o.write(name, b.Bytes())
}

func embeddableOf(l *lesson.Lesson) embeddable {
	e := embeddable{
		Lesson:   l.Number,
		Title:    lesson.Plain(l.Title, l.Source),
		Page:     url.PathEscape(l.Slug) + "/",
		Programs: []program{},
	}
	for _, p := range l.Programs {
		shown := program{Name: p.Name, Example: p.Example, HTML: string(highlight.HTML("go", p.Shown()))}
		if p.BesideLog != "" {
			shown.Beside = e.Page + logURL(p)
		}
		e.Programs = append(e.Programs, shown)
	}
	return e
}
