// Package pack turns a finished site into packages: one HTML file that runs
// without any server, and zips that learning systems take.
//
// In a package a course is one document, however many lessons it has:
//
//	<main data-page="/">                     the course's own page, or the only lesson
//	<template data-page="/38-asyncio/" data-lesson="38">
//	                                         each page, shown when the address ends in #/38-asyncio/
//	<script type="text/plain" data-file="engine/...">
//	                                         files that scripts ask for: JSON and event logs as
//	                                         they are, engines gzipped and in base64
//
// One document is what a browser can open from a disk, and what a learning
// system can keep a session with while a learner goes from lesson to lesson.
// The scripts are web/pack and web/lms. One file alone holds them all, and its
// policy names each by its hash; a zip has them beside the document, engines
// too, and as scripts: the one kind of file that every system hands out unread.
package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Options say what goes into a package.
type Options struct {
	Lesson string // a number or a folder's name; "" is the whole course
	Exact  bool   // with the exact engine, some 40 MB

	// For learning systems:
	Pass     int      // the per cent to be earned to pass; 0 means 80
	Connects []string // the origins that a course launched by cmi5 may send statements to; nil means any by https
}

// ErrNoLesson is the error for a lesson that the course doesn't have.
var ErrNoLesson = errors.New("the course has no such lesson")

// lessonInfo is what a site's embed/38.json tells of lesson 38.
type lessonInfo struct {
	Lesson int    `json:"lesson"`
	Title  string `json:"title"`
	Page   string `json:"page"`
}

// document is a course as one page.
type document struct {
	page           // the one that is shown first
	pages   []page // all, if there are several
	css     []byte
	early   []byte
	icon    []byte
	engines []engine
	// manifest is engine/manifest.json with the engines of this document alone.
	manifest []byte
}

type engine struct {
	path    string // of the gzipped file, from the site's root
	content []byte
}

// readDocument takes a document from a finished site and the bundle that it was built with.
func readDocument(site fs.FS, opts Options) (*document, error) {
	lessons, err := lessonsOf(site)
	if err != nil {
		return nil, err
	}
	entries := []lessonInfo{{}} // the course's own page first
	if opts.Lesson != "" {
		at := slices.IndexFunc(lessons, func(l lessonInfo) bool {
			return opts.Lesson == strconv.Itoa(l.Lesson) || opts.Lesson+"/" == l.Page
		})
		if at < 0 {
			return nil, fmt.Errorf("%q: %w", opts.Lesson, ErrNoLesson)
		}
		lessons, entries = lessons[at:at+1], nil
	}
	entries = append(entries, lessons...)
	var dirs []string
	for _, e := range entries {
		dirs = append(dirs, e.Page)
	}
	d := &document{}
	for _, e := range entries {
		p, err := readPage(site, e, dirs)
		if err != nil {
			return nil, err
		}
		d.pages = append(d.pages, p)
	}
	d.page = d.pages[0]
	if len(d.pages) == 1 {
		d.pages = nil
	}
	var theme []byte
	for _, f := range []struct {
		to   *[]byte
		name string
		may  bool // be missing
	}{{&d.css, "assets/page.css", false}, {&theme, "assets/theme.css", true}, {&d.early, "assets/early.js", false}, {&d.icon, "icon.svg", false}} {
		if *f.to, err = fs.ReadFile(site, f.name); err != nil && !(f.may && errors.Is(err, fs.ErrNotExist)) {
			return nil, err
		}
	}
	d.css = append(d.css, theme...)
	speech, err := fs.ReadFile(site, "assets/language-"+d.Lang+".js")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// Before any other script; a site in the scripts' own language has none.
	d.early = append(d.early, speech...)
	return d, d.readEngines(site, opts)
}

func lessonsOf(site fs.FS) ([]lessonInfo, error) {
	names, err := fs.Glob(site, "embed/*.json")
	if err != nil {
		return nil, err
	}
	var lessons []lessonInfo
	for _, name := range names {
		text, err := fs.ReadFile(site, name)
		if err != nil {
			return nil, err
		}
		var l lessonInfo
		if err := json.Unmarshal(text, &l); err != nil {
			return nil, &fs.PathError{Op: "read", Path: name, Err: err}
		}
		lessons = append(lessons, l)
	}
	slices.SortFunc(lessons, func(a, b lessonInfo) int { return a.Lesson - b.Lesson })
	return lessons, nil
}

// importsHTTP is how the page tells which build a program needs (web/engine/builds.ts).
var importsHTTP = regexp.MustCompile(`(&#34;|&quot;|["` + "`" + `])net/(http|url)(&#34;|&quot;|["/` + "`" + `])`)

// readEngines takes the engines that the document's programs need. The build
// with net/http does all that the other does, so one of them is enough.
func (d *document) readEngines(site fs.FS, opts Options) error {
	text, err := fs.ReadFile(site, "engine/manifest.json")
	if err != nil {
		return err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		return &fs.PathError{Op: "read", Path: "engine/manifest.json", Err: err}
	}
	if d.usesHTTP() && all["instant-http"] != nil {
		all["instant"] = all["instant-http"]
	} else {
		delete(all, "instant-http")
	}
	var have []string
	for name, raw := range all {
		var build struct{ Gzip string }
		if json.Unmarshal(raw, &build) != nil || build.Gzip == "" {
			continue
		}
		if strings.HasPrefix(name, "exact") && !opts.Exact {
			delete(all, name)
			continue
		}
		file := "engine/" + build.Gzip
		if slices.Contains(have, file) {
			continue
		}
		have = append(have, file)
		content, err := fs.ReadFile(site, file)
		if err != nil {
			return err
		}
		d.engines = append(d.engines, engine{file, content})
	}
	slices.SortFunc(d.engines, func(a, b engine) int { return strings.Compare(a.path, b.path) })
	d.manifest, err = json.Marshal(all)
	return err
}

var tags = regexp.MustCompile(`<[^>]*>`)

// usesHTTP looks through listings, in which highlighting parts words.
func (d *document) usesHTTP() bool {
	for _, p := range append(d.pages, d.page) {
		if importsHTTP.MatchString(tags.ReplaceAllString(p.Main, "")) {
			return true
		}
	}
	return false
}

// form is what sets one kind of package apart from the others.
type form struct {
	data     map[string]string // the data attributes of the html element
	script   []byte
	css      []byte // beside the pages' own
	connects string // what it may reach, as connect-src has it; "" is nothing
	beside   bool   // scripts, styles and engines are files beside the document
}

// Where the files of a package are that has them beside the document.
const (
	stylesFile = "assets/course.css"
	earlyFile  = "assets/early.js"
	scriptFile = "assets/course.js"
)

// policy is the document's Content-Security-Policy. Only what stands in the
// document, or beside it, may run.
func (d *document) policy(f form) string {
	scripts, styles := " 'self'", " 'self'"
	if !f.beside {
		scripts, styles = sources(d.early, f.script), sources(d.styles(f))
	}
	policy := "default-src 'none'; script-src" + scripts + " 'wasm-unsafe-eval'; style-src" + styles +
		"; img-src data:; font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'"
	if f.connects != "" {
		policy += "; connect-src " + f.connects
	}
	return policy
}

// sources names texts by their hashes.
func sources(texts ...[]byte) string {
	var b strings.Builder
	for _, text := range texts {
		sum := sha256.Sum256(text)
		b.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
	}
	return b.String()
}

func (d *document) styles(f form) []byte { return slices.Concat(d.css, f.css) }

// html writes the document.
func (d *document) html(f form) []byte {
	var b bytes.Buffer
	e := template.HTMLEscapeString
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"%s\"", e(d.Lang))
	if d.Direction != "" {
		fmt.Fprintf(&b, " dir=\"%s\"", e(d.Direction))
	}
	for _, key := range slices.Sorted(maps.Keys(f.data)) {
		fmt.Fprintf(&b, " data-%s=\"%s\"", key, e(f.data[key]))
	}
	b.WriteString(">\n<head>\n<meta charset=\"utf-8\">\n")
	fmt.Fprintf(&b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", d.policy(f))
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(&b, "<title>%s</title>\n", e(d.Title))
	fmt.Fprintf(&b, "<link rel=\"icon\" href=\"data:image/svg+xml;base64,%s\">\n", base64.StdEncoding.EncodeToString(d.icon))
	// A script can't hold its own end, but the bundler sees to that; styles can't either.
	script := func(file string, text []byte) {
		if f.beside {
			fmt.Fprintf(&b, "<script src=\"%s\"></script>\n", file)
		} else {
			fmt.Fprintf(&b, "<script>%s</script>\n", text)
		}
	}
	script(earlyFile, d.early)
	if f.beside {
		fmt.Fprintf(&b, "<link rel=\"stylesheet\" href=\"%s\">\n", stylesFile)
	} else {
		fmt.Fprintf(&b, "<style>%s</style>\n", d.styles(f))
	}
	b.WriteString("</head>\n<body>" + d.Before + d.Main + d.After + "\n")
	for _, p := range d.pages {
		fmt.Fprintf(&b, "<template data-page=\"%s\" data-title=\"%s\"", e("/"+p.Dir), e(p.Title))
		if p.Number > 0 {
			fmt.Fprintf(&b, " data-lesson=\"%d\"", p.Number)
		}
		fmt.Fprintf(&b, ">%s</template>\n", p.Main)
	}
	fmt.Fprintf(&b, "<script type=\"application/json\" data-file=\"engine/manifest.json\">%s</script>\n", d.manifest)
	pages := d.pages
	if pages == nil {
		pages = []page{d.page}
	}
	for _, p := range pages {
		for _, log := range p.Logs {
			// A script's text ends at the first end tag; in JSON, < stands within strings alone.
			fmt.Fprintf(&b, "<script type=\"application/json\" data-file=\"%s\">%s</script>\n", e(log.path), bytes.ReplaceAll(log.content, []byte("<"), []byte(`\u003c`)))
		}
	}
	if !f.beside {
		for _, engine := range d.engines {
			fmt.Fprintf(&b, "<script type=\"text/plain\" data-file=\"%s\">", e(engine.path))
			b.WriteString(base64.StdEncoding.EncodeToString(engine.content))
			b.WriteString("</script>\n")
		}
	}
	script(scriptFile, f.script)
	b.WriteString("</body>\n</html>\n")
	return b.Bytes()
}

// SingleFile writes the site as one HTML file, which runs when it is opened from a disk.
func SingleFile(w io.Writer, site, bundle fs.FS, opts Options) error {
	d, err := readDocument(site, opts)
	if err != nil {
		return err
	}
	f := form{data: map[string]string{"packed": "file"}}
	if f.script, err = fs.ReadFile(bundle, "pack/single.js"); err != nil {
		return err
	}
	_, err = w.Write(d.html(f))
	return err
}
