package site

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkThousandLessons builds a course of a thousand lessons, each with
// text, listings, a program beside its Python and a quiz.
func BenchmarkThousandLessons(b *testing.B) {
	course := fstest.MapFS{}
	const program = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hello\")\n}\n"
	for i := 1; i <= 1000; i++ {
		dir := fmt.Sprintf("%d-lesson", i)
		var text strings.Builder
		fmt.Fprintf(&text, "# Lesson %d: About things\n\n", i)
		for s := range 8 {
			fmt.Fprintf(&text, "## Section %d\n\n%s\n\n```go\n%s```\n\n", s, strings.Repeat("A goroutine waits for a `channel`, and **then** goes on. ", 12), program)
		}
		text.WriteString("### Example 1\n\n```python\n```\n\n## Quiz\n\n1. **Which?**\n   a) x\n   b) y\n\n<details>\n<summary>Key</summary>\n1. a\n</details>\n")
		course[dir+"/lesson.md"] = &fstest.MapFile{Data: []byte(text.String())}
		course[dir+"/example-1/main.go"] = &fstest.MapFile{Data: []byte(program)}
		course[dir+"/example-1/main.py"] = &fstest.MapFile{Data: []byte("print(\"hello\")\n")}
		course[dir+"/example-1/want.txt"] = &fstest.MapFile{Data: []byte("hello\n")}
	}
	for b.Loop() {
		if err := Build(course, fakeBundle(), filepath.Join(b.TempDir(), "site"), Options{NoOffline: true}); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-of-system")
}
