package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"awaitgo/site/lesson"
)

// withConfig is a course of one lesson and a course.toml.
func withConfig(toml string) fstest.MapFS {
	return fstest.MapFS{
		"course.toml":   {Data: []byte(toml)},
		"logo.svg":      {Data: []byte("<svg/>")},
		"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n\n<em class=\"a\">Text</em>.\n\n<div>\n*block*\n</div>\n")},
	}
}

func TestACourseIsGivenItsNameAndLook(t *testing.T) {
	out := build(t, withConfig(`
title = "Go for bakers"
language = "de"
logo = "logo.svg"
footer = "Made at <home>"

[accent]
light = "#7a1f4d"
dark = "#f9c"
`), Options{})
	page := read(t, out, "1-x/index.html")
	for _, want := range []string{
		`<html lang="de">`, "<title>X · Go for bakers</title>", `<img src="../assets/logo.svg" alt="">Go for bakers</a>`,
		"<p>Made at &lt;home&gt;</p>", "Lektion 1", `href="../assets/theme.css"`,
		"&lt;em class=&quot;a&quot;&gt;Text",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing in\n%s", want, page)
		}
	}
	if got := read(t, out, "assets/theme.css"); !strings.Contains(got, "--await-go-accent: light-dark(#7a1f4d, #ff99cc);") ||
		!strings.Contains(got, "--await-go-on-accent: light-dark(#ffffff, #000000);") {
		t.Errorf("theme.css: %s", got)
	}
	read(t, out, "assets/logo.svg")
	if _, err := os.Stat(filepath.Join(build(t, oneLesson, Options{}), "assets/theme.css")); err == nil {
		t.Error("a course without colours needs no theme.css")
	}
}

func TestMistakesInCourseTomlHaveTheirLine(t *testing.T) {
	for toml, want := range map[string]string{
		"title = \"X\"\ncolour = \"red\"\n":        "course.toml:2:1: there is no colour to set",
		"[accent]\nlight = \"#777\"\nmiddle = 3\n": "course.toml:3:1: there is no accent.middle to set",
		"\ntitle = 3\n":                   "course.toml:2:9: ",
		"title = \"X\n":                   "course.toml:1:",
		"language = \"tlh\"":              `course.toml:1:1: there are no texts in "tlh"`,
		"\nlogo = \"none.svg\"":           "course.toml:2:1: there is no file none.svg",
		"logo = \"1-x/lesson.md\"":        "course.toml:1:1: there is no file 1-x/lesson.md",
		"logo = \"course.toml\"":          "course.toml:1:1: course.toml is no image",
		"[accent]\nlight = \"green\"":     `course.toml:2:1: "green" is no colour`,
		"[accent]\n\nlight = \"#ffcc00\"": "course.toml:3:1: #ffcc00 on the light page has a contrast of 1.4, and text needs 4.5",
		"accent.dark = \"#333333\"":       "course.toml:1:1: #333333 on the dark page has a contrast of 1.3, and text needs 4.5",
	} {
		_, err := Format(withConfig(toml))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", toml, err, want)
		}
	}
}

func TestTheHintOfAPaleColourCanBeRead(t *testing.T) {
	for _, c := range []string{"#ffcc00", "#ffffff", "#7f7f7f", "#00ff00"} {
		pale, _ := parseColour(c)
		for _, paper := range []string{lightPaper, darkPaper} {
			on, _ := parseColour(paper)
			if got := contrast(pale.readableOn(on), on); got < readable {
				t.Errorf("%s on %s: %s has a contrast of %.2f", c, paper, pale.readableOn(on), got)
			}
		}
	}
	if got := contrast(black, white); got != 21 {
		t.Errorf("black on white: %v", got)
	}
}

func TestHTMLStandsWhereTheAuthorSaysSo(t *testing.T) {
	page := read(t, build(t, withConfig("unsafe_html = true"), Options{}), "1-x/index.html")
	if !strings.Contains(page, `<em class="a">Text</em>`) || !strings.Contains(page, "<div>\n*block*\n</div>") {
		t.Errorf("got\n%s", page)
	}
	if format, err := Format(withConfig("unsafe_html = true")); err != nil || format != (lesson.Format{UnsafeHTML: true}) {
		t.Errorf("got %v, %v", format, err)
	}
}

func TestASiteThatKnowsItsAddress(t *testing.T) {
	out := build(t, oneLesson, Options{BaseURL: "https://example.org/go course/"})
	if got := read(t, out, "1-x/index.html"); !strings.Contains(got, `<link rel="canonical" href="https://example.org/go%20course/1-x/">`) {
		t.Errorf("no canonical link in\n%s", got)
	}
	if got := read(t, out, "sitemap.xml"); !strings.Contains(got, "<loc>https://example.org/go%20course/1-x/</loc>") {
		t.Errorf("sitemap: %s", got)
	}
	if got := read(t, out, "404.html"); !strings.Contains(got, `href="/go%20course/assets/page.css"`) || strings.Contains(got, "canonical") {
		t.Errorf("404.html: %s", got)
	}
	for _, url := range []string{"example.org", "ftp://example.org/", "https://example.org/?q", "https://"} {
		if err := Build(oneLesson, fakeBundle(), t.TempDir(), Options{BaseURL: url}); err == nil || !strings.Contains(err.Error(), ErrBaseURL.Error()) {
			t.Errorf("%s: got %v", url, err)
		}
	}
	if got := build(t, oneLesson, Options{}); strings.Contains(read(t, got, "index.html"), "canonical") {
		t.Error("a site that may stand anywhere has no canonical address")
	}
}

// Nobody has written a course.toml, and no folders: a folder of Markdown is a course.
func TestPlainFilesAreACourse(t *testing.T) {
	out := build(t, fstest.MapFS{
		"readme.md":                            {Data: []byte("# How we work\n")},
		"lesson-2-select.md":                   {Data: []byte("# Lesson 2: Select\n\nSee [channels](lesson-1-channels.md#why), ![a](a.png).\n")},
		"lesson-1-channels.md":                 {Data: []byte("# Lesson 1: Channels\n\n## Why\n\n## How\n\n### Example 1\n")},
		"a.png":                                {},
		"lesson-1-channels/example-1/main.go":  {Data: []byte("package main\n\nfunc main() {}\n")},
		"lesson-1-channels/example-1/want.txt": {},
	}, Options{})
	index := read(t, out, "index.html")
	if !inOrder(index, `href="lesson-1-channels/"`, `href="lesson-2-select/"`) || strings.Contains(index, "readme") {
		t.Errorf("the index:\n%s", index)
	}
	second := read(t, out, "lesson-2-select/index.html")
	if !strings.Contains(second, `<a href="../lesson-1-channels/#why">`) || !strings.Contains(second, `rel="prev" href="../lesson-1-channels/"`) {
		t.Errorf("the second lesson:\n%s", second)
	}
	read(t, out, "lesson-2-select/a.png")
	first := read(t, out, "lesson-1-channels/index.html")
	if !strings.Contains(first, `name="example-1"`) || !inOrder(first, `<nav class="contents"`, `href="#why"`, `href="#how"`, `class="nested"><a href="#example-1">`) {
		t.Errorf("the first lesson:\n%s", first)
	}
}
