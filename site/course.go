package site

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"awaitgo/site/language"
	"awaitgo/site/lesson"
)

// course is what the pages of a site know of each other. It holds no lesson:
// these are read again when their pages are written, so that a build needs the
// memory of a few lessons and not of all.
type course struct {
	config
	opts     Options
	fsys     fs.FS
	language *language.Language
	lessons  []link // by number
	search   *index
}

// readCourse reads all lessons once, for what their neighbours show of them.
func readCourse(fsys fs.FS, opts Options) (*course, error) {
	conf, err := readConfig(fsys)
	if err != nil {
		return nil, err
	}
	c := &course{config: *conf, opts: opts, fsys: fsys, search: &index{}}
	c.Title = cmp.Or(opts.Title, c.Title, "Await, Go!")
	c.opts.Title = c.Title
	c.language, _ = language.Of(cmp.Or(c.Language, language.Default))
	if err := c.opts.checkBaseURL(); err != nil {
		return nil, err
	}
	var mu sync.Mutex
	err = c.format().Each(fsys, func(l *lesson.Lesson) error {
		if slices.Contains(reserved, l.Slug) {
			return &lesson.Mistake{File: l.File, Line: 1, Column: 1, Message: "the folder's name is one that the site needs itself", Hint: "rename " + l.Slug}
		}
		words := wordsOf(l)
		mu.Lock()
		defer mu.Unlock()
		c.lessons = append(c.lessons, linkTo(l))
		c.search.add(words)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(c.lessons) == 0 {
		return nil, ErrNoLessons
	}
	slices.SortFunc(c.lessons, func(a, b link) int { return cmp.Compare(a.Number, b.Number) })
	return c, nil
}

// reserved are the names that a site has for itself.
var reserved = []string{"assets", "embed", "engine"}

// link leads to a lesson.
type link struct {
	Number  int
	Title   string
	Summary string
	URL     string // from the site's root
	slug    string
	file    string
	program string // the first one's name; "" if there is none
}

func linkTo(l *lesson.Lesson) link {
	program := ""
	if len(l.Programs) > 0 {
		program = l.Programs[0].Name
	}
	return link{
		Number:  l.Number,
		Title:   lesson.Plain(l.Title, l.Source),
		Summary: l.Summary,
		URL:     url.PathEscape(l.Slug) + "/",
		slug:    l.Slug,
		file:    l.File,
		program: program,
	}
}

// writeLessons reads and writes the lessons, several at a time.
func (c *course) writeLessons(o *output) error {
	var jobs errgroup.Group
	jobs.SetLimit(runtime.GOMAXPROCS(0))
	for i := range c.lessons {
		jobs.Go(func() error { return c.writeLesson(o, i) })
	}
	return jobs.Wait()
}

func (c *course) writeLesson(o *output, i int) error {
	l, err := c.format().Parse(c.fsys, c.lessons[i].file)
	if err != nil {
		return err // it changed meanwhile
	}
	html, err := c.lessonPage(l, i)
	if err != nil {
		return fmt.Errorf("%s: %w", l.File, err)
	}
	if err := o.write(path.Join(l.Slug, "index.html"), html); err != nil {
		return err
	}
	for _, image := range l.Images {
		if err := o.copy(path.Join(l.Slug, image), c.fsys, path.Join(path.Dir(l.File), image)); err != nil {
			return err
		}
	}
	for _, p := range l.Programs {
		if p.BesideLog == "" {
			continue
		}
		if err := o.write(path.Join(l.Slug, logFile(p)), []byte(p.BesideLog)); err != nil {
			return err
		}
	}
	return c.writeEmbeddable(o, l)
}

// logFile is where the event log of the Python beside a program stands, from
// the lesson's page.
func logFile(p *lesson.Program) string { return path.Join(p.Name, lesson.LogFile) }

// logURL is logFile as an address.
func logURL(p *lesson.Program) string { return (&url.URL{Path: logFile(p)}).EscapedPath() }

// writeRest writes what a site has beside its lessons and the bundle.
func (c *course) writeRest(o *output) error {
	for _, page := range []struct {
		name string
		make func() ([]byte, error)
	}{
		{"index.html", c.indexPage},
		{"404.html", c.notFoundPage},
		{"sitemap.xml", c.sitemap},
		{"assets/search.json", c.search.json},
		{"assets/theme.css", func() ([]byte, error) { return c.themeCSS(), nil }},
		{c.languageScript(), func() ([]byte, error) { return c.language.Module(), nil }},
	} {
		content, err := page.make()
		if err != nil {
			return err
		}
		if content == nil {
			continue // this site has none
		}
		if err := o.write(page.name, content); err != nil {
			return err
		}
	}
	if c.Logo != "" {
		return o.copy(c.logoFile(), c.fsys, c.Logo)
	}
	return nil
}

// logoFile is where the logo stands in the site.
func (c *course) logoFile() string {
	return "assets/logo" + strings.ToLower(path.Ext(c.Logo))
}

func (c *course) languageScript() string {
	return "assets/language-" + c.language.Tag + ".js"
}

// sitemap lists the pages for search engines, which want full addresses.
func (c *course) sitemap() ([]byte, error) {
	if c.opts.BaseURL == "" {
		return nil, nil
	}
	var b bytes.Buffer
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	entry := func(address string) {
		b.WriteString("<url><loc>" + xmlText(c.opts.BaseURL+address) + "</loc></url>\n")
	}
	entry("")
	for _, l := range c.lessons {
		entry(l.URL)
	}
	b.WriteString("</urlset>\n")
	return b.Bytes(), nil
}

func xmlText(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;").Replace(text)
}
