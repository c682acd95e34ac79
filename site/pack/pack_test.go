package pack

import (
	"encoding/base64"
	"errors"
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
<pre><code><span class="s">&#34;net/</span><span>http&#34;</span></code></pre>
<nav><a rel="next" href="../3-nowhere/"><span>Lesson 3</span></a></nav>
<script>alert(1)</script>
</main>
<footer>Ende</footer>
<script src="x.js"></script>
</body>
</html>`

var site = fstest.MapFS{
	"index.html":           {Data: []byte(`<html lang="de"><title>Kurs</title><body><main><a href="1-kanäle/">1</a><a href="2-select/index.html">2</a></main></body></html>`)},
	"1-kanäle/index.html":  {Data: []byte(lessonPage)},
	"1-kanäle/loop.svg":    {Data: []byte("<svg/>")},
	"2-select/index.html":  {Data: []byte(`<html lang="de"><title>Select</title><body><main>Text.</main></body></html>`)},
	"embed/1.json":         {Data: []byte(`{"lesson": 1, "page": "1-kanäle/"}`)},
	"embed/2.json":         {Data: []byte(`{"lesson": 2, "page": "2-select/"}`)},
	"assets/page.css":      {Data: []byte("p{}")},
	"assets/early.js":      {Data: []byte("early")},
	"icon.svg":             {Data: []byte("<svg/>")},
	"engine/manifest.json": {Data: []byte(`{"instant": {"gzip": "i.wasm.gz"}, "instant-http": {"gzip": "h.wasm.gz"}, "checker": {"gzip": "c.wasm.gz"}, "exact-link": {"gzip": "l.wasm.gz"}}`)},
	"engine/i.wasm.gz":     {Data: []byte("instant")},
	"engine/h.wasm.gz":     {Data: []byte("http")},
	"engine/c.wasm.gz":     {Data: []byte("checker")},
	"engine/l.wasm.gz":     {Data: []byte("link")},
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
		`<main class="lesson" id="main" data-page="/1-kanäle/">`,
		`<a href="#/">Kurs</a>`,
		`<a href="#/2-select/quiz">weiter</a>`,
		`<a href="#/1-kan%C3%A4le/quiz">Quiz</a>`,
		`<a>fehlt</a>`,
		`<a href="https://go.dev/#x">Go</a>`,
		`src="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString([]byte("<svg/>")),
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
	if html := string(d.html([]byte("page"), nil, true, "")); !strings.Contains(html, "<script>earlyGerman</script>") || strings.Contains(html, "Arabic") {
		t.Errorf("the pages' language is not there before the script:\n%s", html)
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
