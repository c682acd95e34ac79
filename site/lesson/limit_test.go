package lesson

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// fill repeats a piece up to the size of a whole lesson, in paragraphs as long
// as they may be. Blank lines part them.
func fill(piece string) string {
	paragraph := strings.Repeat(piece, (maxParagraph-1)/len(piece)) + "\n\n"
	return strings.Repeat(paragraph, (MaxSize-100)/len(paragraph))
}

// A text from a stranger costs what its size says, whatever it consists of.
// Each of these took from seconds to minutes, or all memory, without limits.
func TestReadingIsLinear(t *testing.T) {
	quiz := "## Quiz\n" + strings.Repeat("1. q\n   a) x\n", MaxSize/20)
	for name, text := range map[string]string{
		"brackets":               fill("["),
		"links never closed":     fill("[a]("),
		"brackets in each other": fill(strings.Repeat("[", 2000) + strings.Repeat("]", 2000)),
		"images":                 fill("!["),
		"emphasis":               fill("a**b_c* "),
		"stars":                  fill("*_"),
		"bold never closed":      fill("**a\n"),
		"tags":                   fill("<b>"),
		"tags without partner":   fill("<b></i>"),
		"backticks":              fill("``a` "),
		"details":                strings.Repeat("<details>\n", MaxSize/20),
		"comments":               fill("a <!-- "),
		"fences":                 strings.Repeat("```go run\nx\n```\n", MaxSize/20),
		"one heading":            strings.Repeat("# a\n", MaxSize/5),
		"examples":               strings.Repeat("### Example 1\n", MaxSize/20),
		"questions":              quiz,
		"entries":                strings.Repeat("- a\n", MaxSize/5),
		"entities":               fill("&amp"),
	} {
		start := time.Now()
		_, err := Parse(fstest.MapFS{"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n\n" + text)}}, "1-x")
		if spent := time.Since(start); spent > 10*time.Second { // a second where nothing else runs
			t.Errorf("%s: reading took %v (%v)", name, spent, err)
		}
	}
}

func TestWhatIsTooMuchIsRefusedByLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a line of 50 MB":      {strings.Repeat("a", 50_000_000), "1-x/lesson.md:1:1: a lesson has at most 262144 bytes, and this one has more"},
		"a long line":          {strings.Repeat("a ", 5000), "1-x/lesson.md:3:1: a line has at most 8192 bytes, and this one has 10001"},
		"a long paragraph":     {"above\n\n" + strings.Repeat("a\n", 5000), "1-x/lesson.md:5:1: a paragraph or table has at most 8192 bytes, and this one has 10000"},
		"a deep quote":         {strings.Repeat(">", 101) + " a", "1-x/lesson.md:3:1: quotes and lists stand in each other more than 100 deep"},
		"quotes and no end":    {strings.Repeat("> ", 4000), "1-x/lesson.md:3:1: quotes and lists stand in each other more than 100 deep"},
		"a deep list":          {strings.Repeat("- ", 101) + "a", "1-x/lesson.md:3:1: quotes and lists stand in each other more than 100 deep"},
		"a deep numbered list": {strings.Repeat("1. ", 101) + "a", "1-x/lesson.md:3:1: quotes and lists stand in each other more than 100 deep"},
		"a wide table":         {strings.Repeat("|a", 30) + "|\n" + strings.Repeat("|-", 30) + "|\n", "1-x/lesson.md:3:1: a table has at most 20 columns"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := Parse(fstest.MapFS{"1-x/lesson.md": {Data: []byte("# Lesson 1: X\n\n" + c.text + "\n")}}, "1-x")
			if err == nil || err.Error() != c.want {
				t.Errorf("got %.200v, want %s", err, c.want)
			}
			if spent := time.Since(start); spent > 5*time.Second {
				t.Errorf("it took %v", spent)
			}
		})
	}
}

func TestWhatLooksDeepAndIsNot(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("-", 500),
		strings.Repeat("* ", 500),
		strings.Repeat(" ", 400) + "far right",
		"```\n" + strings.Repeat("\t", 100) + "code\n```",
		"> > > - 1. nested, but for a reason",
	} {
		parseText(t, "\n"+text+"\n")
	}
}
