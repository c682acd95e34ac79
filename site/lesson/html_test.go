package lesson

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/yuin/goldmark/ast"
)

// shape writes inline nodes as nested names: the tags that a page would have.
func shape(parent ast.Node, src []byte) string {
	var b strings.Builder
	for _, n := range children(parent) {
		switch n := n.(type) {
		case *Element:
			fmt.Fprintf(&b, "%s(%s)", n.Tag, shape(n, src))
		case *ast.Link:
			fmt.Fprintf(&b, "link(%s)", shape(n, src))
		case *ast.AutoLink:
			fmt.Fprintf(&b, "link(%s)", n.Label(src))
		case *ast.Emphasis:
			fmt.Fprintf(&b, "em(%s)", shape(n, src))
		case *ast.Text:
			b.WriteString(literal(n, src))
		case *ast.String:
			b.Write(n.Value)
		default:
			b.WriteString(shape(n, src))
		}
	}
	return b.String()
}

func TestInlineTags(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a<kbd>x</kbd>", "akbd(x)"},
		{"<B>x</B>", "b(x)"},
		{"<sub><sup>x</sup></sub>", "sub(sup(x))"},
		{"x<br>y<br/>z", "xbr()ybr()z"},
		{"<kbd>never closed", "<kbd>never closed"},
		{"never opened</kbd>", "never opened</kbd>"},
		{"<b>a<i>b</b>c</i>", "b(a<i>b)c</i>"},
		{"*a <b>b* c</b>", "em(a <b>b) c</b>"},
		{`<b onclick="x">y</b>`, `<b onclick="x">y</b>`},
		{"<script>x</script>", "<script>x</script>"},
		{"<img src=x onerror=y>", "<img src=x onerror=y>"},
		{"<details>x", "<details>x"},
		{"a <!-- note --> b", "a  b"},
		{"<style>x</style>", "<style>x</style>"},
		{"`<b>`", "<b>"},
	} {
		l := parseText(t, "\nX "+c.text)
		got := strings.TrimPrefix(shape(l.Body.LastChild(), l.Source), "X ")
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestLinks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"[a](https://go.dev)", "link(a)"},
		{"[a](../2-y/#b)", "link(a)"},
		{"[a](mailto:b@example.com)", "link(a)"},
		{"<https://go.dev>", "link(https://go.dev)"},
		{"<b@example.com>", "link(b@example.com)"},
		{"[*a*](javascript:alert(1))", "em(a)"},
		{"[a](JavaScript:x)", "a"},
		{"[a](javascript&#58;x)", "a"},
		{"[a](&#x6A;avascript&colon;x)", "a"},
		{"[a](data:text/html,x)", "a"},
		{"[a](vbscript:x)", "a"},
		{"[a](file:///etc/passwd)", "a"},
		{"<javascript:x>", "javascript:x"},
		{"[a][r]\n\n[r]: javascript:x", "a"},
	} {
		l := parseText(t, "\n"+c.text)
		if got := shape(all[*ast.Paragraph](l.Body)[0], l.Source); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestDetails(t *testing.T) {
	for name, text := range map[string]string{
		"as the series writes it": "<details>\n  <summary><b>S</b></summary>\n  1. x\n  2. y\n</details>",
		"with blank lines":        "<details>\n<summary><b>S</b></summary>\n\n1. x\n2. y\n\n</details>",
		"in a line":               "<details><summary><b>S</b></summary>\n1. x\n2. y\n</details>",
		"indented far":            "<details>\n      <summary><b>S</b></summary>\n      1. x\n      2. y\n</details>",
		"after a paragraph":       "Above\n<details open>\n<summary><b>S</b></summary>\n1. x\n2. y\n</details>",
		"in a list":               "- Above\n\n  <details>\n  <summary><b>S</b></summary>\n  1. x\n  2. y\n  </details>",
	} {
		t.Run(name, func(t *testing.T) {
			l := parseText(t, "\n"+text+"\nBelow\n")
			found := all[*Details](l.Body)
			if len(found) != 1 {
				t.Fatalf("got %d details", len(found))
			}
			if got := shape(found[0].FirstChild(), l.Source); got != "b(S)" {
				t.Errorf("summary: got %s", got)
			}
			lists := all[*ast.List](found[0])
			if len(lists) != 1 || lists[0].ChildCount() != 2 {
				t.Errorf("details hold a list of two")
			}
			if last := l.Body.LastChild(); Plain(last, l.Source) != "Below" {
				t.Errorf("what follows is outside: %s", Plain(last, l.Source))
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"# Lesson 1: X\n",
		"**a `b`\n<b>*c</b>*\n[x](javascript:y)<!-- z -->",
		"## Quiz\n1. **Q**\n a) `x`\n b) y\n\n > z\n<details>\n <summary>K</summary>\n 1. b\n</details>",
		"### Example 1\n```go run\npackage main\n```\n| a |\n|---|\n| ~~b~~ |",
		"<details>\n<summary>a</summary>\n- <details>\n</details>\n```\n</details>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if checkLimits("1-x/lesson.md", []byte(text)) != nil {
			return
		}
		d := newDraft(Format{}, fstest.MapFS{"1-x/lesson.md": {Data: []byte(text)}}, "1-x/lesson.md", []byte(text))
		d.read()
		for _, n := range all[ast.Node](d.lesson.Body) {
			switch n := n.(type) {
			case *ast.RawHTML, *ast.HTMLBlock, *ast.FencedCodeBlock, *comment:
				t.Errorf("a %s is left", n.Kind())
			case *ast.Link:
				if !followable(n.Destination) {
					t.Errorf("a link to %s is left", n.Destination)
				}
			case *ast.Heading:
				if n.Level < 2 || n.Level > 6 {
					t.Errorf("a heading has level %d", n.Level)
				}
			}
		}
		for _, m := range d.mistakes {
			if m.Line < 1 || m.Line > 1+strings.Count(text, "\n") {
				t.Errorf("there is no line %d", m.Line)
			}
		}
	})
}
