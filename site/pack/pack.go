// Package pack turns a finished site into packages: one HTML file that runs
// without any server, and zips that learning systems take.
//
// In a package a course is one document, however many lessons it has:
//
//	<main data-page="/">                     the course's own page, or the only lesson
//	<template data-page="/38-asyncio/">      each page, shown when the address ends in #/38-asyncio/
//	<script type="text/plain" data-file="engine/...">
//	                                         files that scripts ask for: JSON as it is, engines
//	                                         gzipped and in base64
//
// One document is what a browser can open from a disk, and what a learning
// system can keep a session with while a learner goes from lesson to lesson.
// The scripts are web/pack; a policy names each by its hash.
package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Options say what goes into a package.
type Options struct {
	Lesson string // a number or a folder's name; "" is the whole course
	Exact  bool   // with the exact engine, some 40 MB
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
	lessons []lessonInfo
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
	dirs := []string{""}
	if opts.Lesson != "" {
		at := slices.IndexFunc(lessons, func(l lessonInfo) bool {
			return opts.Lesson == strconv.Itoa(l.Lesson) || opts.Lesson+"/" == l.Page
		})
		if at < 0 {
			return nil, fmt.Errorf("%q: %w", opts.Lesson, ErrNoLesson)
		}
		lessons = lessons[at : at+1]
		dirs = []string{}
	}
	for _, l := range lessons {
		dirs = append(dirs, l.Page)
	}
	d := &document{lessons: lessons}
	for _, dir := range dirs {
		p, err := readPage(site, dir, dirs)
		if err != nil {
			return nil, err
		}
		d.pages = append(d.pages, p)
	}
	d.page = d.pages[0]
	if len(d.pages) == 1 {
		d.pages = nil
	}
	for _, f := range []struct {
		to   *[]byte
		name string
	}{{&d.css, "assets/page.css"}, {&d.early, "assets/early.js"}, {&d.icon, "icon.svg"}} {
		if *f.to, err = fs.ReadFile(site, f.name); err != nil {
			return nil, err
		}
	}
	language, err := fs.ReadFile(site, "assets/language-"+d.Lang+".js")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// Before any other script; a site in the scripts' own language has none.
	d.early = append(d.early, language...)
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

// policy is the document's Content-Security-Policy. more adds to script-src
// and connect-src.
func policy(styles, scripts [][]byte, moreScripts, connect string) string {
	var b strings.Builder
	b.WriteString("default-src 'none'; script-src")
	for _, s := range scripts {
		b.WriteString(" " + source(s))
	}
	b.WriteString(moreScripts + " 'wasm-unsafe-eval'; style-src")
	for _, s := range styles {
		b.WriteString(" " + source(s))
	}
	b.WriteString("; img-src data:; font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'")
	if connect != "" {
		b.WriteString("; connect-src " + connect)
	}
	return b.String()
}

func source(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// html writes the document. kind, and what else the page's script wants to
// know, stands in data attributes of the html element.
func (d *document) html(script []byte, data map[string]string, engines bool, connect string) []byte {
	var b bytes.Buffer
	// A script can't hold its own end, but the bundler sees to that; styles can't either.
	e := template.HTMLEscapeString
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"%s\"", e(d.Lang))
	if d.Direction != "" {
		fmt.Fprintf(&b, " dir=\"%s\"", e(d.Direction))
	}
	for _, key := range sortedKeys(data) {
		fmt.Fprintf(&b, " data-%s=\"%s\"", key, e(data[key]))
	}
	more := ""
	if !engines {
		more = " 'self'"
	}
	b.WriteString(">\n<head>\n<meta charset=\"utf-8\">\n")
	fmt.Fprintf(&b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n",
		policy([][]byte{d.css}, [][]byte{d.early, script}, more, connect))
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(&b, "<title>%s</title>\n", e(d.Title))
	fmt.Fprintf(&b, "<link rel=\"icon\" href=\"data:image/svg+xml;base64,%s\">\n", base64.StdEncoding.EncodeToString(d.icon))
	fmt.Fprintf(&b, "<script>%s</script>\n<style>%s</style>\n</head>\n<body>", d.early, d.css)
	b.WriteString(d.Before + d.Main + d.After)
	for _, p := range d.pages {
		fmt.Fprintf(&b, "\n<template data-page=\"%s\" data-title=\"%s\">%s</template>", e("/"+p.Dir), e(p.Title), p.Main)
	}
	fmt.Fprintf(&b, "\n<script type=\"application/json\" data-file=\"engine/manifest.json\">%s</script>", d.manifest)
	if engines {
		for _, engine := range d.engines {
			fmt.Fprintf(&b, "\n<script type=\"text/plain\" data-file=\"%s\">", e(engine.path))
			b.WriteString(base64.StdEncoding.EncodeToString(engine.content))
			b.WriteString("</script>")
		}
	}
	fmt.Fprintf(&b, "\n<script>%s</script>\n</body>\n</html>\n", script)
	return b.Bytes()
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// SingleFile is the site as one HTML file, which runs when it is opened from a disk.
func SingleFile(site, bundle fs.FS, opts Options) ([]byte, error) {
	d, err := readDocument(site, opts)
	if err != nil {
		return nil, err
	}
	script, err := fs.ReadFile(bundle, "pack/single.js")
	if err != nil {
		return nil, err
	}
	return d.html(script, map[string]string{"packed": "file"}, true, ""), nil
}
