package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"

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
}

// writeEmbedPage writes embed.html, the page that other sites have in frames.
func writeEmbedPage(o *output, c *course) error {
	html, err := execute("embed.html", c.page("./", c.Title, "", "embed.html"))
	if err != nil {
		return err
	}
	return o.write("embed.html", html)
}

// writeEmbeddable writes a lesson's file from which embed.html takes programs.
func writeEmbeddable(o *output, l *lesson.Lesson) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // it is no page, and half of it is markup
	if err := e.Encode(embeddableOf(l)); err != nil {
		return fmt.Errorf("%s: %w", l.File, err)
	}
	return o.write(fmt.Sprintf("embed/%d.json", l.Number), b.Bytes())
}

func embeddableOf(l *lesson.Lesson) embeddable {
	e := embeddable{
		Lesson:   l.Number,
		Title:    lesson.Plain(l.Title, l.Source),
		Page:     url.PathEscape(l.Slug) + "/",
		Programs: []program{},
	}
	for _, p := range l.Programs {
		e.Programs = append(e.Programs, program{p.Name, p.Example, string(highlight.HTML("go", p.Go))})
	}
	return e
}
