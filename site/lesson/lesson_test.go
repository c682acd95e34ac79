package lesson

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/tools/txtar"
)

// archive is a file system of a txtar file.
func archive(t *testing.T, file string) fs.FS {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(a)
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

func parse(t *testing.T, fsys fs.FS, dir string) *Lesson {
	t.Helper()
	l, err := Parse(fsys, dir)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// parseText reads a lesson that is a text alone, below a title.
func parseText(t *testing.T, text string) *Lesson {
	t.Helper()
	return parse(t, fstest.MapFS{"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n" + text)}}, "1-x")
}

func TestLessonOfTheSeriesIsRead(t *testing.T) {
	l := parse(t, archive(t, "testdata/series.txtar"), "7-queues")
	if l.Number != 7 || l.Slug != "7-queues" || l.File != "7-queues/lesson.md" {
		t.Errorf("got lesson %d, slug %s, file %s", l.Number, l.Slug, l.File)
	}
	if got, want := Plain(l.Title, l.Source), "Passing work along with queue"; got != want {
		t.Errorf("title: got %q, want %q", got, want)
	}
	if want := "A queue hands items from one thread to another, e.g. from a reader/writer pair."; l.Summary != want {
		t.Errorf("summary: got %q, want %q", l.Summary, want)
	}
	if got, want := bolds(l), []string{
		"Queues (queue.Queue):", "get Method:", "Sentinel:", "queue.join():",
		"No locks in sight:", "Backpressure:", "Explanation:", "Explanation:",
	}; !slices.Equal(got, want) {
		t.Errorf("bold:\n got %q\nwant %q", got, want)
	}
}

func bolds(l *Lesson) []string {
	var texts []string
	for _, n := range all[*ast.Emphasis](l.Body) {
		if n.Level == 2 {
			texts = append(texts, Plain(n, l.Source))
		}
	}
	return texts
}

func TestProgramsJoinTheirExamples(t *testing.T) {
	l := parse(t, archive(t, "testdata/series.txtar"), "7-queues")
	if len(l.Examples) != 2 || l.Examples[0].Title != "One Queue, two ends" || l.Examples[1].Title != "Until the sentinel" {
		t.Fatalf("examples: %+v", l.Examples)
	}
	for i, name := range []string{"example-1", "example-2-sentinel"} {
		pairs := all[*Pair](l.Examples[i])
		if len(pairs) != 1 {
			t.Fatalf("example %d has %d pairs", i+1, len(pairs))
		}
		p := pairs[0].Go.Program
		if p.Name != name || p.Dir != "7-queues/"+name || p.Example != i+1 {
			t.Errorf("example %d: got program %+v", i+1, p)
		}
		if !strings.Contains(pairs[0].Go.Code, "package main") || pairs[0].Python.Lang != "python" {
			t.Errorf("example %d: the pair is Python beside Go", i+1)
		}
	}
	if got := len(l.Programs); got != 2 {
		t.Errorf("got %d programs", got)
	}
	if got, want := l.Programs[0].Want, "\"a < b\"\n"; got != want {
		t.Errorf("want.txt: got %q, want %q", got, want)
	}
}

func TestQuizOfTheSeriesIsRead(t *testing.T) {
	l := parse(t, archive(t, "testdata/series.txtar"), "7-queues")
	if got, want := quizText(l), `
1 Which item does get take?
a the newest
b the oldest *
c None
2 What does a limit do?
a It drops items.
b It makes put wait until there is room. *
c Nothing.
d It sorts.
`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	for _, n := range all[*ast.ThematicBreak](l.Body) {
		t.Errorf("a rule is left at %d", n.Pos())
	}
}

// quizText is a quiz with its right answers starred.
func quizText(l *Lesson) string {
	var b strings.Builder
	for _, q := range l.Quiz.Questions {
		b.WriteString("\n" + strings.TrimPrefix(q.ID(), "quiz-") + " " + Plain(q.Text, l.Source))
		for _, o := range q.Options {
			b.WriteString("\n" + o.Letter + " " + Plain(o.Text, l.Source))
			if slices.Contains(q.Answer, o.Letter) {
				b.WriteString(" *")
			}
		}
		for _, n := range q.Explanation {
			b.WriteString("\n> " + Plain(n, l.Source))
		}
	}
	return b.String() + "\n"
}

func TestOurOwnQuizIsRead(t *testing.T) {
	l := parse(t, archive(t, "testdata/own.txtar"), "8-select")
	if got, want := quizText(l), `
1 Which of these wait?
a <-done *
b close(done)
c wg.Wait() *
> Receiving waits for a value, Wait for a counter.
2 What does this print?
a 1 *
b nothing
`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	first, second := l.Quiz.Questions[0], l.Quiz.Questions[1]
	if !first.Multiple() || second.Multiple() {
		t.Error("the first question takes several options, the second one")
	}
	if len(second.Body) != 2 || second.Body[0].(*Listing).Program == nil {
		t.Errorf("the second question has a program and a paragraph: %v", second.Body)
	}
	if len(l.Quiz.Intro) != 1 {
		t.Errorf("the quiz has %d paragraphs above it", len(l.Quiz.Intro))
	}
}

func TestEveryListingIsListed(t *testing.T) {
	l := parse(t, archive(t, "testdata/own.txtar"), "8-select")
	var got []string
	for _, n := range l.Listings {
		name := n.Lang
		if n.Program != nil {
			name += " " + n.Program.Name
		}
		got = append(got, name)
	}
	want := []string{
		"python", "go example-1-select", // the empty fence, filled in
		"go example-2",            // after the first paragraph
		"python", "go on-its-own", // by name
		"go listing-1", "go", "", "", "sh", "go listing-2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := l.Listings[0].Code; got != "print(\"09:00:01 in Python\")\n" {
		t.Errorf("the first listing is main.py, and was %q", got)
	}
	if got := l.Programs[0].PythonWant; got != "09:00:01 in Python\n" {
		t.Errorf("want-python.txt: got %q", got)
	}
	if got, want := l.Images, []string{"select.svg"}; !slices.Equal(got, want) {
		t.Errorf("images: got %q, want %q", got, want)
	}
}

func TestALogStandsBesideThePythonThatIsShown(t *testing.T) {
	const log = `{"log":"awaitgo","version":1}` + "\n" + `{"seq":1,"t":0,"g":1,"kind":"outcome"}` + "\n"
	l := parse(t, fstest.MapFS{
		"1-x/lesson.md":              {Data: []byte("# Lesson 1: X\n\n### Example 1\n\n```python\nprint('text')\n```\n\n### Example 2\n\n### Example 3\n")},
		"1-x/example-1/main.go":      {},
		"1-x/example-1/main.py":      {Data: []byte("print('file')\n")},
		"1-x/example-1/want.txt":     {},
		"1-x/example-1/python.jsonl": {Data: []byte(strings.ReplaceAll(log, "\n", "\r\n"))},
		"1-x/example-2/main.go":      {},
		"1-x/example-2/main.py":      {Data: []byte("print('file')\n")},
		"1-x/example-2/want.txt":     {},
		"1-x/example-3/main.go":      {},
		"1-x/example-3/want.txt":     {},
	}, "1-x")
	for i, want := range []struct{ beside, log string }{{"print('text')\n", log}, {"print('file')\n", ""}, {"", ""}} {
		if p := l.Programs[i]; p.Beside != want.beside || p.BesideLog != want.log {
			t.Errorf("example %d: got %q and %q", i+1, p.Beside, p.BesideLog)
		}
	}
}

func TestProgramWithoutFenceFollowsTheFirstParagraph(t *testing.T) {
	l := parse(t, archive(t, "testdata/own.txtar"), "8-select")
	n := l.Examples[1].FirstChild().NextSibling().NextSibling()
	if _, is := n.(*Listing); !is {
		t.Errorf("got a %s", n.Kind())
	}
}

func TestHeadingLevelsHaveNoGap(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"## A\n### B\n## C", "232"},
		{"#### A\n##### B", "23"},
		{"## A\n##### B\n#### C", "233"},
		{"### A\n## B\n### C", "223"},
		{"# A second title\n", "2"},
		{"### Quiz\n1. Q\n a) x\n b) y\n<details>\n<summary>K</summary>\n1. a\n</details>\n\n### After\n#### Below", "23"},
	} {
		var got string
		for _, h := range all[*ast.Heading](parseText(t, c.text).Body) {
			got += string(rune('0' + h.Level))
		}
		if got != c.want {
			t.Errorf("%q: got levels %s, want %s", c.text, got, c.want)
		}
	}
}

func TestHeadingIDsAreUniqueAndKeepClearOfTheSections(t *testing.T) {
	l := parseText(t, "## Same\n## Same\n## Example 1 again\n## Quiz show\n## Ünï\n")
	seen := map[string]bool{}
	for _, h := range all[*ast.Heading](l.Body) {
		value, _ := h.AttributeString("id")
		id := string(value.([]byte))
		if seen[id] || strings.HasPrefix(id, "example-") || strings.HasPrefix(id, "quiz") {
			t.Errorf("id %q", id)
		}
		seen[id] = true
	}
}

func TestBoldNeverClosedEndsWithItsLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"**Label: rest\nnext line", "Label: rest"},
		{"**Label `code` (x):", "Label code (x):"},
		{"one\n**two\nthree", "two"},
		{"**open **closed** on", "open closed on|closed"},
		{"- **in a list:\n  - nested", "in a list:"},
		{"> **quoted\n> on", "quoted"},
		{"2 ** 3 and 4 ** 5", ""},
		{"** 3", ""},
		{"in the **middle", ""},
		{`\*\*escaped`, ""},
		{"**closed** only", "closed"},
	} {
		if got := strings.Join(bolds(parseText(t, "\n"+c.text)), "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLessonsComeInTheOrderOfTheirNumbers(t *testing.T) {
	fsys := fstest.MapFS{
		"a/lesson.md":  {Data: []byte("# Lesson 10: Ten\n")},
		"b/lesson.md":  {Data: []byte("# Lesson 9: Nine\n")},
		"c/readme.txt": {},
	}
	lessons, err := ParseAll(fsys)
	if err != nil || len(lessons) != 2 || lessons[0].Number != 9 {
		t.Errorf("got %v, %v", lessons, err)
	}
}

func TestLineEndsOfOtherSystemsAreRead(t *testing.T) {
	text := "\ufeff# Lesson 3: X\r\n\r\n```go\r\na\r\nb\r\n```\r\n"
	l := parse(t, fstest.MapFS{"x/lesson.md": {Data: []byte(text)}}, "x")
	if got := l.Listings[0]; got.Code != "a\nb\n" || got.Line != 3 {
		t.Errorf("got %q at line %d", got.Code, got.Line)
	}
}

func TestSameOutput(t *testing.T) {
	for _, c := range []struct {
		got, want string
		same      bool
	}{
		{"12:30:45 done\n", "09:00:00 done\n", true},
		{"[12:30:45]\n", "[09:00:00]\n", true},
		{"112:30:45\n", "09:00:00\n", false},
		{"12:30\n", "09:00\n", false},
		{"a\n", "a", false},
		{"", "", true},
	} {
		if SameOutput(c.got, c.want) != c.same {
			t.Errorf("SameOutput(%q, %q) is not %t", c.got, c.want, c.same)
		}
	}
}

func TestFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"One. Two.":             "One.",
		"One, e.g. this. Two.":  "One, e.g. this.",
		"Go 1.26 is out! Good.": "Go 1.26 is out!",
		"No end":                "No end",
		"":                      "",
		"Why? \"Because\".":     "Why?",
	} {
		if got := firstSentence(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAnExerciseShowsWhatItBeginsWithAboveItsHints(t *testing.T) {
	fsys, err := txtar.FS(txtar.Parse([]byte(`
-- 1-x/lesson.md --
# Lesson 1: X

### Exercise 1: All at once

Make the waits pass together.

Two seconds are enough.

<details>
<summary>Hint</summary>
Write go.
</details>

### After it
-- 1-x/exercise-1-together/main.go --
package main // solved
-- 1-x/exercise-1-together/start/main.go --
package main // to be done
-- 1-x/exercise-1-together/want.txt --
`)))
	if err != nil {
		t.Fatal(err)
	}
	l, err := Parse(fsys, "1-x")
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Exercises) != 1 || l.Exercises[0].Title != "All at once" || l.Exercises[0].ID() != "exercise-1" {
		t.Fatalf("got %+v", l.Exercises)
	}
	var kinds []string
	for _, n := range children(l.Exercises[0]) {
		kinds = append(kinds, n.Kind().String())
	}
	if got, want := strings.Join(kinds, " "), "Heading Paragraph Paragraph Listing Details"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	p := l.Programs[0]
	if p.Exercise != 1 || p.Go != "package main // solved\n" || p.Shown() != "package main // to be done\n" || l.Listings[0].Code != p.Shown() {
		t.Errorf("got %+v", p)
	}
}
