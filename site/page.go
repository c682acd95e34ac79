package site

import (
	"bytes"
	"embed"
	"html/template"
	"net/url"

	"awaitgo/site/lesson"
)

//go:embed templates
var templateFiles embed.FS

var templates = template.Must(template.ParseFS(templateFiles, "templates/*.html"))

// page is what every page has.
type page struct {
	Course      string
	Root        string // the way to the site's root, with a slash at its end
	Title       string
	Description string
	Offline     bool // the site has a service worker
}

// link leads to a lesson.
type link struct {
	Number  int
	Title   string
	Summary string
	URL     string // from the site's root
}

func linkTo(l *lesson.Lesson) link {
	return link{
		Number:  l.Number,
		Title:   lesson.Plain(l.Title, l.Source),
		Summary: l.Summary,
		URL:     url.PathEscape(l.Slug) + "/",
	}
}

func indexPage(course []*lesson.Lesson, opts Options) ([]byte, error) {
	var data struct {
		page
		Lessons []link
	}
	data.page = page{Course: opts.Title, Root: "./", Title: opts.Title, Description: course[0].Summary, Offline: !opts.NoOffline}
	for _, l := range course {
		data.Lessons = append(data.Lessons, linkTo(l))
	}
	return execute("index.html", data)
}

func lessonPage(course []*lesson.Lesson, i int, opts Options) ([]byte, error) {
	var data struct {
		page
		Number         int
		Heading, Body  template.HTML
		Previous, Next *link
	}
	l := course[i]
	self := linkTo(l)
	data.page = page{Course: opts.Title, Root: "../", Title: self.Title + " · " + opts.Title, Description: l.Summary, Offline: !opts.NoOffline}
	data.Number = l.Number
	if i > 0 {
		previous := linkTo(course[i-1])
		data.Previous = &previous
	}
	if i+1 < len(course) {
		next := linkTo(course[i+1])
		data.Next = &next
	}
	w := newWriter(l)
	data.Heading = w.html(l.Title)
	data.Body = w.html(l.Body)
	if w.err != nil {
		return nil, w.err
	}
	return execute("lesson.html", data)
}

func execute(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
