package site

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"
)

var tag = regexp.MustCompile(`<[^>]*>`)

func TestWhatOtherSitesEmbedIsTheProgramsOfTheLesson(t *testing.T) {
	out := build(t, archive(t, "own.txtar"), Options{})
	var got embeddable
	if err := json.Unmarshal([]byte(read(t, out, "embed/8.json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Lesson != 8 || got.Page != "8-select/" || got.Title == "" || len(got.Programs) == 0 {
		t.Fatalf("got %+v", got)
	}
	page := read(t, out, "8-select/index.html")
	for _, p := range got.Programs {
		listing := regexp.MustCompile(`(?s)<await-go [^>]*name="` + p.Name + `"[^>]*>.*?<code[^>]*>(.*?)</code>`).FindStringSubmatch(page)
		if listing == nil {
			t.Errorf("%s is not in the lesson's page", p.Name)
			continue
		}
		if source, shown := html.UnescapeString(tag.ReplaceAllString(p.HTML, "")), html.UnescapeString(tag.ReplaceAllString(listing[1], "")); source != shown {
			t.Errorf("%s is\n%s\nand in the page\n%s", p.Name, source, shown)
		}
	}
}

func TestALessonWithoutProgramsIsNoMistakeOfTheOnesWhoEmbedIt(t *testing.T) {
	if got := read(t, build(t, oneLesson, Options{}), "embed/1.json"); got != `{"lesson":1,"title":"X","page":"1-x/","programs":[]}`+"\n" {
		t.Errorf("got %s", got)
	}
}

func TestASiteThatKnowsItsAddressTellsWhatOthersMayEmbed(t *testing.T) {
	out := build(t, archive(t, "own.txtar"), Options{BaseURL: "https://course.example/go/"})
	const link = `<link rel="alternate" type="application/json+oembed" href="https://course.example/go/embed/8.oembed.json">`
	if page := read(t, out, "8-select/index.html"); !strings.Contains(page, link) {
		t.Errorf("the lesson's page lacks %s", link)
	}
	var got struct{ Version, Type, Title, HTML string }
	if err := json.Unmarshal([]byte(read(t, out, "embed/8.oembed.json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != "1.0" || got.Type != "rich" || got.Title == "" || !strings.Contains(got.HTML, `src="https://course.example/go/embed.html?lesson=8"`) {
		t.Errorf("got %+v", got)
	}
	if page := read(t, out, "embed/index.html"); !strings.Contains(page, "script-src https://course.example &#39;wasm-unsafe-eval&#39;") {
		t.Error("the page on embedding doesn't say the site's own origin")
	}
}

func TestAFrameSpeaksTheCoursesLanguage(t *testing.T) {
	out := build(t, withConfig("title = \"Kurs\"\nlanguage = \"ar\""), Options{BaseURL: "https://course.example/"})
	frame := read(t, out, "embed.html")
	for _, want := range []string{
		`<html lang="ar" dir="rtl">`, "<title>برنامج من Kurs</title>", "البرنامج في الطريق.",
		"<script type=\"module\" src=\"assets/language-ar.js\"></script>\n<script type=\"module\" src=\"assets/embed.js\">",
	} {
		if !strings.Contains(frame, want) {
			t.Errorf("%s is missing in\n%s", want, frame)
		}
	}
	if page := read(t, out, "embed/index.html"); !strings.Contains(page, "https://course.example/assets/language-ar.js") {
		t.Error("the page on embedding doesn't say how the element gets the course's language")
	}
	if frame := read(t, build(t, oneLesson, Options{}), "embed.html"); !strings.Contains(frame, `<html lang="en">`) || strings.Contains(frame, "assets/language-") {
		t.Errorf("English is in the scripts:\n%s", frame)
	}
}

func TestASiteWithoutAnAddressPointsNowhere(t *testing.T) {
	out := build(t, archive(t, "own.txtar"), Options{})
	if strings.Contains(read(t, out, "8-select/index.html"), "oembed") {
		t.Error("the lesson's page points to an oEmbed file")
	}
}
