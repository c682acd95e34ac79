package highlight

import (
	"html"
	"strings"
	"testing"
)

func TestTokensAreMarkedByClass(t *testing.T) {
	for _, c := range []struct{ lang, code, want string }{
		{"go", "func main() {}\n", `<span class="kd">func</span> <span class="nf">main</span>() {}` + "\n"},
		{"go", "// a < b\n", `<span class="c1">// a &lt; b</span>` + "\n"},
		{"python", "await x\n", `<span class="k">await</span> x` + "\n"},
		{"sh", "echo 1\n", `<span class="nb">echo</span> <span class="m">1</span>` + "\n"},
		{"", "func <main>\n", "func &lt;main&gt;\n"},
		{"cobol", "MOVE 1\n", "MOVE 1\n"},
		{"go", "", ""},
	} {
		if got := string(HTML(c.lang, c.code)); got != c.want {
			t.Errorf("HTML(%q, %q)\n got %q\nwant %q", c.lang, c.code, got, c.want)
		}
	}
}

func TestTheTextIsTheCode(t *testing.T) {
	for _, code := range []string{
		"package main", // no newline at its end
		"\n\n\tx := `a\nb`\n\n",
		"\x00 broken \" string\n",
		"f'{x!r:>{w}}' # é\n",
	} {
		for _, lang := range []string{"go", "python", "sh", ""} {
			if got := textContent(string(HTML(lang, code))); got != code {
				t.Errorf("%s: got %q, want %q", lang, got, code)
			}
		}
	}
}

// textContent is what a browser would give; no text holds a bare <.
func textContent(markup string) string {
	var b strings.Builder
	for _, piece := range strings.Split(markup, "<") {
		if _, after, ok := strings.Cut(piece, ">"); ok {
			piece = after
		}
		b.WriteString(piece)
	}
	return html.UnescapeString(b.String())
}
