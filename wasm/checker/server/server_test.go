//go:build overlay

package server

import (
	"strings"
	"testing"

	"awaitgo/wasm/export"
)

func newServer(t testing.TB) *Server {
	archive, err := export.Open()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(archive)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ask(t *testing.T, s *Server, kind, source string) Answer {
	t.Helper()
	before, after, _ := strings.Cut(source, "|")
	at := 0
	for _, r := range before {
		at++
		if r > 0xFFFF {
			at++
		}
	}
	a := s.Answer(Question{ID: 7, Kind: kind, Files: map[string]string{"main.go": before + after}, File: "main.go", At: at, To: "renamed"})
	if a.ID != 7 {
		t.Errorf("the answer to question 7 has number %d", a.ID)
	}
	return a
}

func TestCheckSaysWhatIsWrongWhereAndWhatToDo(t *testing.T) {
	c := ask(t, newServer(t), "check", "package main\n\nfunc main() {\n\t/* 😀é */ count := 1\n}\n").Check
	if c == nil || len(c.Diagnostics) != 1 {
		t.Fatalf("got %+v", c)
	}
	d := c.Diagnostics[0]
	if c.Text != "# command-line-arguments\n./main.go:4:15: declared and not used: count\n" || d.Text != "./main.go:4:15: declared and not used: count" {
		t.Errorf("got %q, %q", c.Text, d.Text)
	}
	// Offsets count UTF-16 units, the column bytes.
	if d.From != 39 || d.To != 44 || d.Line != 4 || d.Column != 15 || d.Severity != "error" || !strings.Contains(d.Hint, "Use count") {
		t.Errorf("got %+v", d)
	}
}

func TestCheckWarnsOnlyAboutProgramsThatBuild(t *testing.T) {
	s := newServer(t)
	const body = "package main\n\nimport \"sync\"\n\nfunc f(mu sync.Mutex) {}\n\nfunc main() { var mu sync.Mutex; f(mu) %s }\n"
	right := ask(t, s, "check", strings.ReplaceAll(body, "%s", "")).Check
	if right.Text != "" || len(right.Diagnostics) != 2 || right.Diagnostics[0].Severity != "warning" || right.Diagnostics[0].Text != "main.go:5:11: f passes lock by value: sync.Mutex" {
		t.Errorf("got %+v", right)
	}
	wrong := ask(t, s, "check", strings.ReplaceAll(body, "%s", "; x := 1")).Check
	if len(wrong.Diagnostics) != 1 || wrong.Diagnostics[0].Severity != "error" {
		t.Errorf("got %+v", wrong)
	}
}

func TestCheckNamesPackagesThatTheInstantEngineHasNot(t *testing.T) {
	s := newServer(t)
	c := ask(t, s, "check", "package main\n\nimport (\n\t\"crypto/sha256\"\n\t\"fmt\"\n\t\"net/smtp\"\n)\n\nfunc main() { fmt.Println(sha256.Sum256(nil), smtp.Whatever) }\n").Check
	if len(c.Diagnostics) != 0 || len(c.Unavailable) != 2 || c.Unavailable[0].Path != "crypto/sha256" || c.Unavailable[1].Line != 6 {
		t.Errorf("got %+v", c)
	}
}

func TestTheRestAnswersInUnitsOfUTF16(t *testing.T) {
	s := newServer(t)
	const source = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tx := \"😀\"\n\tfmt.Println(\"😀\", |x)\n}\n"
	if d := ask(t, s, "describe", source).Describe; d == nil || d.Code != "var x string" || d.To-d.From != 1 {
		t.Errorf("got %+v", d)
	}
	if r := ask(t, s, "define", source).Define; r == nil || r.From != 43 || r.To != 44 {
		t.Errorf("got %+v", r)
	}
	if r := ask(t, s, "rename", source).Rename; r == nil || len(r.Edits) != 2 || r.Edits[0].From != 43 || r.Edits[1].Text != "renamed" {
		t.Errorf("got %+v", r)
	}
	if c := ask(t, s, "complete", strings.Replace(source, "|x", "x|", 1)).Complete; c == nil || len(c.Proposals) == 0 || c.From != 72 {
		t.Errorf("got %+v", c.From)
	}
	if f := ask(t, s, "format", strings.Replace(source, "|x)", "x )", 1)); len(f.Format) != 1 || f.Format[0].From != 73 {
		t.Errorf("got %+v", f)
	}
}

func TestAnswersSayWhatIsMissing(t *testing.T) {
	s := newServer(t)
	if a := s.Answer(Question{Kind: "format", File: "x.go"}); !strings.Contains(a.Error, "no file x.go") {
		t.Errorf("got %+v", a)
	}
	if a := s.Answer(Question{Kind: "dance", File: "x.go", Files: map[string]string{"x.go": ""}}); !strings.Contains(a.Error, "dance") {
		t.Errorf("got %+v", a)
	}
	if a := s.Answer(Question{Kind: "hint", Text: "fatal error: all goroutines are asleep - deadlock!"}); a.Hint == "" {
		t.Errorf("got %+v", a)
	}
}

func BenchmarkCheck(b *testing.B) {
	s := newServer(b)
	source := "package main\n\nimport (\n\t\"fmt\"\n\t\"sync\"\n\t\"time\"\n)\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\tresults := make(chan string)\n" +
		strings.Repeat("\twg.Go(func() {\n\t\ttime.Sleep(time.Second)\n\t\tresults <- fmt.Sprintf(\"%d\", 1)\n\t})\n", 12) + "\twg.Wait()\n}\n"
	for i := range b.N {
		s.Answer(Question{Kind: "check", Files: map[string]string{"main.go": source + strings.Repeat("\n", i%3)}})
	}
}
