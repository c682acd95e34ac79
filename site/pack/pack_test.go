package pack

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const lessonPage = `<!doctype html>
<html lang="de" dir="ltr">
<head><title>Kanäle · Kurs</title><link rel="stylesheet" href="../assets/page.css"></head>
<body>
<a class="skip-link" href="#main">Skip</a>
<main class="lesson" id="main"><h1>Kanäle</h1>
<p><a href="../">Kurs</a> <a href="../2-select/#quiz">weiter</a> <a href="#quiz">Quiz</a> <a href="../3-nowhere/">fehlt</a> <a href="https://go.dev/#x">Go</a></p>
<img src="loop.svg" alt="">
<await-go lesson="1" name="p" log beside="p/python.jsonl"></await-go>
<pre><code><span class="s">&#34;net/</span><span>http&#34;</span></code></pre>
<nav><a rel="next" href="../3-nowhere/"><span>Lesson 3</span></a></nav>
<script>alert(1)</script>
</main>
<footer>Ende</footer>
<script src="x.js"></script>
</body>
</html>`

var site = fstest.MapFS{
	"index.html":              {Data: []byte(`<html lang="de"><title>Kurs</title><body><main><a href="1-kanäle/">1</a><a href="2-select/index.html">2</a></main></body></html>`)},
	"1-kanäle/index.html":     {Data: []byte(lessonPage)},
	"1-kanäle/loop.svg":       {Data: []byte("<svg/>")},
	"1-kanäle/p/python.jsonl": {Data: []byte("{}\n{\"text\":\"</script>\"}\n")},
	"2-select/index.html":     {Data: []byte(`<html lang="de"><title>Select</title><body><main>Text.</main></body></html>`)},
	"embed/1.json":            {Data: []byte(`{"lesson": 1, "page": "1-kanäle/"}`)},
	"embed/2.json":            {Data: []byte(`{"lesson": 2, "page": "2-select/"}`)},
	"assets/page.css":         {Data: []byte("p{}")},
	"assets/early.js":         {Data: []byte("early")},
	"icon.svg":                {Data: []byte("<svg/>")},
	"engine/manifest.json":    {Data: []byte(`{"instant": {"gzip": "i.wasm.gz"}, "instant-http": {"gzip": "h.wasm.gz"}, "checker": {"gzip": "c.wasm.gz"}, "exact-link": {"gzip": "l.wasm.gz"}}`)},
	"engine/i.wasm.gz":        {Data: []byte("instant")},
	"engine/h.wasm.gz":        {Data: []byte("http")},
	"engine/c.wasm.gz":        {Data: []byte("checker")},
	"engine/l.wasm.gz":        {Data: []byte("link")},
}

func document1(t *testing.T, opts Options) *document {
	t.Helper()
	d, err := readDocument(site, opts)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPagesAreRewrittenForOneDocument(t *testing.T) {
	p := document1(t, Options{}).pages[1]
	if p.Title != "Kanäle · Kurs" || p.Lang != "de" || p.Direction != "ltr" {
		t.Errorf("got %q, %q, %q", p.Title, p.Lang, p.Direction)
	}
	for _, want := range []string{
		`<main class="lesson" id="main" data-page="/1-kanäle/" data-lesson="1">`,
		`<a href="#/">Kurs</a>`,
		`<a href="#/2-select/quiz">weiter</a>`,
		`<a href="#/1-kan%C3%A4le/quiz">Quiz</a>`,
		`<a>fehlt</a>`,
		`<a href="https://go.dev/#x">Go</a>`,
		`src="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString([]byte("<svg/>")),
		`beside="https://awaitgo.invalid/1-kan%C3%A4le/p/python.jsonl"`,
		"<nav></nav>",
	} {
		if !strings.Contains(p.Main, want) {
			t.Errorf("there is no %s in\n%s", want, p.Main)
		}
	}
	if strings.Contains(p.Main+p.Before+p.After, "<script") {
		t.Error("a script stayed")
	}
	if !strings.Contains(p.Before, `href="#main"`) || strings.TrimSpace(p.After) != "<footer>Ende</footer>" {
		t.Errorf("got %q and %q", p.Before, p.After)
	}
}

func TestOneLessonIsFoundByItsNumberAndItsFolder(t *testing.T) {
	for _, name := range []string{"2", "2-select"} {
		if d := document1(t, Options{Lesson: name}); d.Dir != "2-select/" || d.pages != nil {
			t.Errorf("%s: got %q", name, d.Dir)
		}
	}
	if _, err := readDocument(site, Options{Lesson: "3"}); !errors.Is(err, ErrNoLesson) {
		t.Errorf("got %v", err)
	}
}

func TestADocumentSpeaksItsPagesLanguage(t *testing.T) {
	with := maps.Clone(site)
	with["assets/language-de.js"] = &fstest.MapFile{Data: []byte("German")}
	with["assets/language-ar.js"] = &fstest.MapFile{Data: []byte("Arabic")}
	d, err := readDocument(with, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if html := string(d.html(form{script: []byte("page")})); !strings.Contains(html, "<script>earlyGerman</script>") || strings.Contains(html, "Arabic") {
		t.Errorf("the pages' language is not there before the script:\n%s", html)
	}
}

func TestTimelinesOfPythonArePacked(t *testing.T) {
	const want = `<script type="application/json" data-file="1-kan%C3%A4le/p/python.jsonl">{}` + "\n" + `{"text":"\u003c/script>"}` + "\n</script>"
	for _, c := range []struct {
		lesson string
		times  int
	}{{"", 1}, {"1", 1}, {"2", 0}} {
		html := string(document1(t, Options{Lesson: c.lesson}).html(form{}))
		if got := strings.Count(html, want); got != c.times {
			t.Errorf("lesson %q: it is there %d times, not %d, in\n%s", c.lesson, got, c.times, html)
		}
	}
}

func TestTheEnginesThatProgramsNeedArePacked(t *testing.T) {
	for _, c := range []struct {
		opts Options
		want []string
	}{
		{Options{}, []string{"engine/c.wasm.gz", "engine/h.wasm.gz"}},
		{Options{Lesson: "2"}, []string{"engine/c.wasm.gz", "engine/i.wasm.gz"}},
		{Options{Lesson: "2", Exact: true}, []string{"engine/c.wasm.gz", "engine/i.wasm.gz", "engine/l.wasm.gz"}},
	} {
		var got []string
		for _, e := range document1(t, c.opts).engines {
			got = append(got, e.path)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: got %q, want %q", c.opts, got, c.want)
		}
	}
}

func unit1(t *testing.T, opts Options) *unit {
	t.Helper()
	c, err := readUnit(site, bundle, opts)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var bundle = fstest.MapFS{
	"pack/single.js": {Data: []byte("single")},
	"pack/lms.js":    {Data: []byte("lms")},
	"pack/lms.css":   {Data: []byte("q{}")},
}

func TestPagesOfAZipNameTheirLessonsAndTheirFiles(t *testing.T) {
	c := unit1(t, Options{Pass: 60})
	html := string(c.html(c.form))
	for _, want := range []string{
		`data-course="` + c.id + `" data-packed="lms" data-pass="60"`,
		"script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ",
		`<link rel="stylesheet" href="assets/course.css">`,
		`<script src="assets/course.js"></script>`,
		`<template data-page="/" data-title="Kurs">`,
		`<template data-page="/2-select/" data-title="Select" data-lesson="2">`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("there is no %s in\n%s", want, html)
		}
	}
	for _, bad := range []string{"connect-src", "<style", "sha256-", "base64,aW5zdGFudA"} {
		if strings.Contains(html, bad) {
			t.Errorf("there is %s in\n%s", bad, html)
		}
	}
	if alone := unit1(t, Options{Lesson: "2"}); !strings.Contains(string(alone.html(alone.form)), `data-page="/2-select/" data-lesson="2"`) {
		t.Error("a lesson alone does not name itself")
	}
}

func TestAZipHoldsScriptsAndNoArchives(t *testing.T) {
	var zipped bytes.Buffer
	if err := SCORM(&zipped, site, bundle, Options{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(zipped.Bytes()), int64(zipped.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	want := []string{"imsmanifest.xml", "index.html", "assets/course.css", "assets/early.js", "assets/course.js", "engine/c.wasm.js", "engine/h.wasm.js"}
	if !slices.Equal(names, want) {
		t.Errorf("got  %q\nwant %q", names, want)
	}
	engine, _ := z.Open("engine/h.wasm.js")
	text, _ := io.ReadAll(engine)
	if want := `awaitgoFile("engine/h.wasm.gz","aHR0cA==");` + "\n"; string(text) != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	var again bytes.Buffer
	if err := SCORM(&again, site, bundle, Options{}); err != nil || !bytes.Equal(zipped.Bytes(), again.Bytes()) {
		t.Errorf("the same course gives another zip (%v)", err)
	}
}

func TestWhatACourseMayReach(t *testing.T) {
	for _, c := range []struct {
		connects []string
		want     string
	}{
		{nil, "connect-src https:"},
		{[]string{"https://lrs.example.org/xapi/", "http://127.0.0.1:8080/token"}, "connect-src https://lrs.example.org http://127.0.0.1:8080"},
	} {
		var zipped bytes.Buffer
		if err := CMI5(&zipped, site, bundle, Options{Connects: c.connects}); err != nil {
			t.Fatal(err)
		}
		z, _ := zip.NewReader(bytes.NewReader(zipped.Bytes()), int64(zipped.Len()))
		if z.File[0].Name != "cmi5.xml" {
			t.Errorf("the first file is %s", z.File[0].Name)
		}
		page, _ := z.Open("index.html")
		text, _ := io.ReadAll(page)
		if !strings.Contains(string(text), c.want+`"`) {
			t.Errorf("%q: the policy lacks %s", c.connects, c.want)
		}
	}
	for _, address := range []string{"lrs.example.org", "ftp://lrs.example.org", "https://", "https://a b", "https://x;script-src *"} {
		if err := CMI5(io.Discard, site, bundle, Options{Connects: []string{address}}); !errors.Is(err, ErrOrigin) {
			t.Errorf("%s: got %v", address, err)
		}
	}
}

func TestAPackageHasTheCoursesColours(t *testing.T) {
	themed := maps.Clone(site)
	themed["assets/theme.css"] = &fstest.MapFile{Data: []byte(":root{--await-go-accent:red}")}
	var page strings.Builder
	if err := SingleFile(&page, themed, bundle, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"--await-go-accent:red", "<script>single</script>"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("there is no %s", want)
		}
	}
	if strings.Count(page.String(), "'sha256-") != 3 {
		t.Error("the policy names other than two scripts and the styles")
	}
}
