package site

import (
	"encoding/json"
	"html"
	"regexp"
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
		listing := regexp.MustCompile(`(?s)<await-go [^>]*name="` + p.Name + `">.*?<code[^>]*>(.*?)</code>`).FindStringSubmatch(page)
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
