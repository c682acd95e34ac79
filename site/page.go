package site

import (
	"bytes"
	"embed"
	"html/template"
	"net/url"
	"strings"

	"awaitgo/site/language"
	"awaitgo/site/lesson"
)

//go:embed templates
var templateFiles embed.FS

var templates = template.Must(template.New("").Option("missingkey=error").ParseFS(templateFiles, "templates/*.html"))

// page is what every page has.
type page struct {
	Course      string
	Root        string // the way to the site's root, with a slash at its end
	Title       string
	Description string
	Offline     bool   // the site has a service worker
	Canonical   string // the page's full address, where it is known

	Language       *language.Language
	LanguageScript string // from the root; "" for the scripts' own language
	Text           language.Texts
	Logo           string // from the root; "" for the mark of Await, Go!
	Footer         string
	Themed         bool // assets/theme.css is there
	Watched        bool // the page reloads when the lessons change
	NoIndex        bool
	Frames         bool   // it frames other pages of the site
	OEmbed         string // the full address of what others may embed of it; "" for nothing
}

func (c *course) page(root, title, description, address string) page {
	p := page{
		Course: c.Title, Root: root, Title: title, Description: description,
		Language: c.language, Text: c.language.Page, Footer: c.Footer,
		Themed: c.themeCSS() != nil, Watched: c.opts.Watched, Offline: !c.opts.NoOffline && !c.opts.Watched,
	}
	if c.Logo != "" {
		p.Logo = c.logoFile()
	}
	if c.language.Module() != nil {
		p.LanguageScript = c.languageScript()
	}
	if c.opts.BaseURL != "" {
		p.Canonical = c.opts.BaseURL + address
	}
	return p
}

func (c *course) indexPage() ([]byte, error) {
	var data struct {
		page
		Lessons []link
	}
	data.page = c.page("./", c.Title, c.lessons[0].Summary, "")
	data.Lessons = c.lessons
	return execute("index.html", data)
}

// notFoundPage stands in for every address that leads nowhere, so it can't
// find the site's root by a relative way.
func (c *course) notFoundPage() ([]byte, error) {
	root := "/"
	if u, err := url.Parse(c.opts.BaseURL); err == nil && u.Path != "" {
		root = u.EscapedPath()
	}
	data := c.page(root, c.language.Page["notFound"]+" · "+c.Title, "", "")
	data.Canonical, data.NoIndex = "", true
	return execute("404.html", data)
}

// entry is a line of a page's table of contents.
type entry struct {
	ID, Text string
	Nested   bool
}

func (c *course) lessonPage(l *lesson.Lesson, i int) ([]byte, error) {
	var data struct {
		page
		Number         int
		Heading, Body  template.HTML
		Contents       []entry
		Previous, Next *link
	}
	self := c.lessons[i]
	data.page = c.page("../", self.Title+" · "+c.Title, l.Summary, self.URL)
	data.OEmbed = c.oEmbed(l)
	data.Number = l.Number
	data.Contents = c.contents(l)
	if i > 0 {
		data.Previous = &c.lessons[i-1]
	}
	if i+1 < len(c.lessons) {
		data.Next = &c.lessons[i+1]
	}
	w := newWriter(l, c.language.Page)
	data.Heading = w.html(l.Title)
	data.Body = w.html(l.Body)
	if w.err != nil {
		return nil, w.err
	}
	return execute("lesson.html", data)
}

// contents is a lesson's outline, two levels of it. A page of few headings has
// none: it is seen at a glance.
func (c *course) contents(l *lesson.Lesson) []entry {
	var entries []entry
	for _, h := range l.Outline() {
		if h.Level > 3 || h.ID == "" {
			continue
		}
		text := h.Text
		if h.ID == "quiz" {
			text = c.language.Page["quiz"]
		}
		if strings.TrimSpace(text) != "" {
			entries = append(entries, entry{h.ID, text, h.Level > 2})
		}
	}
	if len(entries) < 3 {
		return nil
	}
	return entries
}

func execute(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
