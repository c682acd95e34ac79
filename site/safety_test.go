package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"awaitgo/site/language"
	"awaitgo/site/lesson"
)

// Lessons come from people that a site need not trust. Whatever they write,
// a page consists of these tags and attributes.
var (
	knownTags = strings.Fields(`a article await-go await-quiz b blockquote body br button code del details div em
		fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label legend
		li link main mark meta nav ol p pre q s samp script section small span strong sub summary sup table tbody td
		th thead title tr u ul var`)
	knownAttributes = strings.Fields(`align alt aria-label beside charset class content data-answer data-lang example hidden
		href http-equiv id lang lesson log name rel src start tabindex title type value`)
)

var (
	tagForm       = regexp.MustCompile(`</?([a-zA-Z][^\s/>]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*>|<!doctype html>`)
	attributeForm = regexp.MustCompile(`([^\s=>"]+)(?:="([^"]*)")?`)
)

// checkMarkup returns what is in a page that should not be.
func checkMarkup(html string) error {
	if rest := tagForm.ReplaceAllString(html, ""); strings.Contains(rest, "<") {
		at := strings.Index(rest, "<")
		return fmt.Errorf("a stray < in %q", rest[at:min(at+40, len(rest))])
	}
	scripts := 0
	for _, tag := range tagForm.FindAllStringSubmatch(html, -1) {
		if tag[1] == "script" {
			scripts++
		}
		if tag[1] != "" && !slices.Contains(knownTags, tag[1]) {
			return fmt.Errorf("unknown tag %s", tag[0])
		}
		for _, attribute := range attributeForm.FindAllStringSubmatch(tag[2], -1) {
			name, value := attribute[1], attribute[2]
			if !slices.Contains(knownAttributes, name) {
				return fmt.Errorf("unknown attribute %s", tag[0])
			}
			if (name == "href" || name == "src") && badURL(value) {
				return fmt.Errorf("unsafe address %s", tag[0])
			}
		}
	}
	if scripts > 4 { // the opening and closing tags of the page's own two
		return fmt.Errorf("%d script tags", scripts)
	}
	return nil
}

func badURL(url string) bool {
	scheme, _, found := strings.Cut(url, ":")
	return found && !strings.ContainsAny(scheme, "/?#") && !slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(scheme)) && url != "data:,"
}

func TestNothingInALessonReachesThePageUnescaped(t *testing.T) {
	for _, text := range []string{
		"<script>alert(1)</script>",
		"<script src=//evil.example></script>",
		`<img src=x onerror="alert(1)">`,
		"<svg/onload=alert(1)>",
		"<b onmouseover=alert(1)>x</b>",
		"<iframe src=javascript:alert(1)></iframe>",
		"<style>*{display:none}</style>",
		"[x](javascript:alert(1))",
		"[x](<java\tscript:alert(1)>)",
		`[x](/y "t\" onclick=\"alert(1)")`,
		"<javascript:alert(1)>",
		"</article></main><form action=//evil.example><input name=q></form>",
		"<a href=x>y</a>",
		"<base href=//evil.example>",
		"</textarea><!-- --!><script>",
		"`<script>`",
		"```\"><script>\nx</code></pre><script>\n```",
		"```go\n\"</code><script>alert(1)</script>\"\n```",
		"## <script>\n### Example 1: <script>\n<i>\n\n</i>",
		"| <script> | a |\n|:-:|--|\n| </table><script> | b |",
		"## Quiz\n<script>\n1. <script>\n   a) <script>\n   b) </label><script>\n\n   > <script>\n\n<details>\n<summary><script></summary>\n1. a\n</details>",
	} {
		l, err := lesson.Parse(fstest.MapFS{"1-x/lesson.md": {Data: []byte("# Lesson 1: <script>\n\n" + text + "\n")}}, "1-x")
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		html, err := pageOf(l, "<script>")
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if err := checkMarkup(string(html)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func FuzzLessonPage(f *testing.F) {
	for _, seed := range []string{
		"<b><script>\n[x](javascript:y) <br> <kbd a=b>\n<!-- c --> <i>*d</i>*",
		"## Quiz\n1. **Q**\n a) `x`\n b) y\n\n > z\n<details>\n <summary>K</summary>\n 1. b\n</details>",
		"### Example 1\n```go run\n<script>\n```\n| a |\n|:-:|\n| ~~b~~ |\n![x](y.png)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		folder := fstest.MapFS{"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n\n" + text)}, "1-x/y.png": {}}
		l, err := lesson.Parse(folder, "1-x")
		if err != nil {
			return
		}
		html, err := pageOf(l, "T")
		if err != nil {
			t.Fatal(err)
		}
		if err := checkMarkup(string(html)); err != nil {
			t.Errorf("%v\n%s", err, html)
		}
	})
}

// pageOf is the page of a lesson that is a course by itself.
func pageOf(l *lesson.Lesson, title string) ([]byte, error) {
	english, _ := language.Of(language.Default)
	c := &course{config: config{Title: title}, language: english, lessons: []link{linkTo(l)}}
	return c.lessonPage(l, 0)
}
