package site

import (
	"io/fs"
	"regexp"
	"testing"
)

// What a person reads stands in site/language. The page on embedding is a
// document of ours, in English throughout, and says so in its markup.
func TestTemplatesHaveNoTextsOfTheirOwn(t *testing.T) {
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(templateFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		strays := straysIn(string(text))
		if english := name == "templates/embedding.html"; english != (len(strays) > 0) {
			t.Errorf("%s: %q", name, strays)
		}
	}
}

func TestStraysAreFoundInTextsAndInAttributes(t *testing.T) {
	for template, want := range map[string]int{
		`<p class="note big">{{.Text.skip}}</p>`: 0,
		`<p>Skip {{.Text.n}}</p>`:                1,
		`<a title="Skip it" href="x"></a>`:       1,
		`<a aria-label="{{.Text.skip}}"></a>`:    0,
		`<!-- A word --><b>·</b> &lt;`:           0,
	} {
		if got := straysIn(template); len(got) != want {
			t.Errorf("%s: found %q", template, got)
		}
	}
}

var (
	action  = regexp.MustCompile(`(?s)\{\{.*?\}\}|<!--.*?-->|&\w+;`)
	shownAs = regexp.MustCompile(`\b(?:title|aria-label|alt|placeholder)="([^"]*\p{L}[^"]*)"`)
	markup  = regexp.MustCompile(`(?s)<[^>]*>`)
	word    = regexp.MustCompile(`\p{L}[\p{L} ,.]*`)
)

func straysIn(template string) []string {
	text := action.ReplaceAllString(template, "")
	strays := shownAs.FindAllString(text, -1)
	return append(strays, word.FindAllString(markup.ReplaceAllString(text, "\n"), -1)...)
}
