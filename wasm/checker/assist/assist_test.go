package assist

import (
	"fmt"
	"go/format"
	"os"
	"slices"
	"strings"
	"testing"

	"awaitgo/wasm/checker/program"
	"awaitgo/wasm/export"
)

func newAssistant(t testing.TB) (*Assistant, *program.Loader) {
	archive, err := export.Open()
	if err != nil {
		t.Fatal(err)
	}
	loader := program.NewLoader(archive)
	docs, err := os.ReadFile("../../export/docs/docs.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := loader.Importer.AddDocs(string(docs)); err != nil {
		t.Fatal(err)
	}
	return New(archive, loader), loader
}

// cursor returns a program without its "|", and where that was. A source without a
// package clause is the body of main, in a program that imports what it needs.
func cursor(t *testing.T, source string) (files map[string]string, offset int) {
	if !strings.Contains(source, "package ") {
		imports := ""
		for _, name := range []string{"fmt", "sync", "time", "context", "strings"} {
			if strings.Contains(source, name+".") {
				imports += fmt.Sprintf("import %q\n", name)
			}
		}
		source = "package main\n\n" + imports + "\nfunc main() {\n" + source + "\n}\n"
	}
	before, after, found := strings.Cut(source, "|")
	if !found {
		t.Fatalf("no cursor in %q", source)
	}
	return map[string]string{"main.go": before + after}, len(before)
}

func TestCompleteProposesWhatFits(t *testing.T) {
	a, _ := newAssistant(t)
	tests := []struct {
		name, source string
		want         []string // label, or "label detail"
		not          []string
	}{
		{"package members", "fmt.Pr|", []string{"Println (a ...any) (n int, err error)", "Sprintf (format string, a ...any) string"}, []string{"newPrinter", "go"}},
		{"with a line after it", "fmt.|\n\tx := 1\n\t_ = x", []string{"Println (a ...any) (n int, err error)"}, nil},
		{"methods", "var wg sync.WaitGroup\n\twg.|", []string{"Add (delta int)", "Go (f func())", "Wait ()"}, []string{"noCopy", "state"}},
		{"fields and methods of own types", "package main\n\ntype P struct{ x, Y int }\n\nfunc (p *P) Move(dx int) {}\n\nfunc main() {\n\tp := P{}\n\tp.|\n}", []string{"x int", "Y int", "Move (dx int)"}, nil},
		{"embedded", "package main\n\nimport \"sync\"\n\ntype C struct {\n\tsync.Mutex\n\tn int\n}\n\nfunc main() {\n\tvar c C\n\tc.|\n}", []string{"Lock ()", "n int", "Mutex sync.Mutex"}, nil},
		{"results of calls", "time.Now().|", []string{"Unix () int64", "Add (d time.Duration) time.Time"}, nil},
		{"pointer results", "strings.NewReader(\"x\").|", []string{"ReadByte () (byte, error)"}, nil},
		{"elements", "m := map[string][]time.Time{}\n\tm[\"a\"][0].|", []string{"Year () int"}, nil},
		{"locals before the cursor", "first := 1\n\t|\n\tlast := 2\n\t_, _ = first, last", []string{"first int", "main ()", "len (v T) int", "return"}, []string{"last"}},
		{"parameters and globals", "package main\n\nvar global string\n\nfunc f(count int) {\n\t|\n}", []string{"count int", "global string", "f (count int)"}, nil},
		{"range variables", "for i, word := range []string{} {\n\t\t|\n\t}", []string{"i int", "word string"}, nil},
		{"inside a call", "x := 1\n\tfmt.Println(x, |)", []string{"x int"}, nil},
		{"unfinished", "ch := make(chan int)\n\tfor v := range c|", []string{"ch chan int"}, nil},
		{"a condition that is not finished", "s := time.Now()\n\tif s.|", []string{"Before (u time.Time) bool"}, nil},
		{"struct literal", "package main\n\ntype P struct{ x, Y int }\n\nfunc main() {\n\t_ = P{x: 1, |}\n}", []string{"Y int"}, []string{"x", "main"}},
		{"interfaces", "ctx := context.Background()\n\tctx.|", []string{"Done () <-chan struct{}"}, nil},
		{"packages to import", "package main\n\nfunc main() {\n\tstr|\n}", []string{"strings strings", "strconv strconv"}, nil},
		{"members of packages to import", "package main\n\nfunc main() {\n\tstrings.|\n}", []string{"ToUpper (s string) string"}, nil},
		{"import paths", "package main\n\nimport \"ti|\"\n", []string{"time", "net/http", "golang.org/x/sync/errgroup"}, []string{"internal/abi", "return"}},
		{"import paths in a group", "package main\n\nimport (\n\t\"fmt\"\n\t\"|\n)\n", []string{"time"}, nil},
		{"type parameters", "package main\n\ntype N interface{ Name() string }\n\nfunc f[T N](t T) {\n\tt.|\n}", []string{"Name () string"}, nil},
		{"generic types", "package main\n\ntype S[T any] struct{ items []T }\n\nfunc (s *S[T]) Push(v T) {}\n\nfunc main() {\n\tvar s S[int]\n\ts.|\n}", []string{"Push (v int)", "items []int"}, nil},
		{"labels", "outer:\n\tfor {\n\t\tbreak o|\n\t}", []string{"outer"}, nil},
		{"not in comments", "// fmt.|", nil, []string{"Println"}},
		{"not in strings", "_ = \"fmt.|\"", nil, []string{"Println"}},
		{"not in numbers", "_ = 1|", nil, []string{"len"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files, offset := cursor(t, test.source)
			c := a.Complete(files, "main.go", offset)
			got := map[string]string{}
			for _, p := range c.Proposals {
				got[p.Label] = p.Detail
			}
			for _, want := range test.want {
				label, detail, _ := strings.Cut(want, " ")
				if d, ok := got[label]; !ok || detail != "" && d != detail {
					t.Errorf("%s is not proposed; %s has detail %q", want, label, d)
				}
			}
			for _, not := range test.not {
				if _, ok := got[not]; ok {
					t.Errorf("%s is proposed", not)
				}
			}
		})
	}
}

func TestCompleteDocumentsProposals(t *testing.T) {
	a, _ := newAssistant(t)
	files, offset := cursor(t, "time.Sl|")
	for _, p := range a.Complete(files, "main.go", offset).Proposals {
		if p.Label == "Sleep" {
			if p.Kind != Function || !strings.HasPrefix(p.Doc, "Sleep pauses the current goroutine") {
				t.Errorf("got %+v", p)
			}
			return
		}
	}
	t.Error("Sleep is not proposed")
}

func TestCompleteSaysWhatMustBeImported(t *testing.T) {
	a, _ := newAssistant(t)
	files, offset := cursor(t, "package main\n\nfunc main() {\n\tstrings.To|\n}")
	for _, p := range a.Complete(files, "main.go", offset).Proposals {
		if p.Label == "ToUpper" && p.Import != "strings" {
			t.Errorf("got %+v", p)
		}
	}
}

func TestDescribe(t *testing.T) {
	a, loader := newAssistant(t)
	tests := []struct{ source, code, doc string }{
		{"fmt.Print|ln()", "func fmt.Println(a ...any) (n int, err error)", "Println formats using the default formats"},
		{"_ = fm|t.Sprint\n\tfmt.Println()", `package fmt // import "fmt"`, "Package fmt implements formatted I/O"},
		{"var wg sync.WaitGroup\n\twg.Ad|d(1)", "func (*sync.WaitGroup).Add(delta int)", "Add adds delta"},
		{"var w|g sync.WaitGroup", "var wg sync.WaitGroup", ""},
		{"d := 2 * time.Sec|ond\n\t_ = d", "const time.Second time.Duration = 1000000000", ""},
		{"g|o func() {}()", "go", "Starts a call as a goroutine"},
		{"_ = ma|ke(chan int)", "func make(T, size ...int) T", "make makes"},
		{"var e err|or\n\t_ = e", "type error interface{Error() string}", "What went wrong"},
		{"package main\n\n// Add adds.\n// More.\nfunc Add[T ~int](a, b T) T { return a + b }\n\nfunc main() { A|dd(1, 2) }", "func Add(a int, b int) int", "Add adds."},
		{"package main\n\ntype P struct {\n\tX int // the abscissa\n}\n\nfunc main() { _ = P{}.|X }", "field X int", "the abscissa"},
		{"var v any = 1\n\tswitch |x := v.(type) {\n\tcase int:\n\t\t_ = x\n\t}", "var x int", ""},
		{"// g|o", "", ""},
		{"_ = 1 +| 2", "", ""},
	}
	for _, test := range tests {
		files, offset := cursor(t, test.source)
		d, ok := a.Describe(loader.Load(files), "main.go", offset)
		if ok != (test.code != "") || d.Code != test.code || !strings.HasPrefix(d.Doc, test.doc) {
			t.Errorf("%q: got %q, %q", test.source, d.Code, d.Doc)
		}
	}
}

func TestDefinition(t *testing.T) {
	a, loader := newAssistant(t)
	// The declaration is in brackets.
	for _, source := range []string{
		"[x] := 1\n\t_ = |x",
		"[x] := 1\n\t_ = x|",
		"package main\n\nfunc [f]() {}\n\nfunc main() { f|() }",
		"package main\n\ntype T struct{ [n] int }\n\nfunc main() { _ = T{}.|n }",
		"package main\n\ntype S[T any] struct{ [v] T }\n\nfunc main() { _ = S[int]{}.|v }",
		"package main\n\ntype [T] int\n\nfunc main() { var _ |T }",
		"var v any\n\tswitch [x] := v.(type) {\n\tcase int:\n\t\t_ = |x\n\t}",
		"[outer]:\n\tfor {\n\t\tbreak |outer\n\t}",
	} {
		plain := strings.NewReplacer("[x]", "x", "[f]", "f", "[n]", "n", "[v]", "v", "[T]", "T", "[outer]", "outer").Replace(source)
		files, offset := cursor(t, plain)
		marked, _ := cursor(t, source)
		want := strings.Index(marked["main.go"], "[")
		if strings.Contains(source, "S[T any]") {
			want = strings.Index(marked["main.go"], "[v]")
		}
		r, ok := a.Definition(loader.Load(files), "main.go", offset)
		if !ok || r.From != want {
			t.Errorf("%q: got %v, %v, want %d", source, r, ok, want)
		}
	}
	files, offset := cursor(t, "fmt.Print|ln()")
	if _, ok := a.Definition(loader.Load(files), "main.go", offset); ok {
		t.Error("Println is declared in the program")
	}
}

func TestRename(t *testing.T) {
	a, loader := newAssistant(t)
	tests := []struct{ source, to, want string }{
		{"x| := 1\n\tfmt.Println(x)", "count", "count := 1\n\tfmt.Println(count)"},
		{"x := 1\n\t{\n\t\tx := 2\n\t\tfmt.Println(|x)\n\t}\n\tfmt.Println(x)", "y", "x := 1\n\t{\n\t\ty := 2\n\t\tfmt.Println(y)\n\t}\n\tfmt.Println(x)"},
		{"package main\n\ntype T struct{ n int }\n\nfunc (t T) Get() int { return t.n }\n\nfunc main() { _ = T{n: 1}.|Get() }\n", "Value", "package main\n\ntype T struct{ n int }\n\nfunc (t T) Value() int { return t.n }\n\nfunc main() { _ = T{n: 1}.Value() }\n"},
		{"package main\n\ntype A struct{}\n\ntype B struct{ A }\n\nfunc main() { _ = B{A: |A{}}.A }\n", "C", "package main\n\ntype C struct{}\n\ntype B struct{ C }\n\nfunc main() { _ = B{C: C{}}.C }\n"},
		{"package main\n\ntype S[T any] struct{ v T }\n\nfunc main() { _ = S[int]{v: 1}.|v }\n", "w", "package main\n\ntype S[T any] struct{ w T }\n\nfunc main() { _ = S[int]{w: 1}.w }\n"},
		{"var v any\n\tswitch x| := v.(type) {\n\tcase int:\n\t\t_ = x\n\tcase string:\n\t\t_ = x\n\t}", "y", "var v any\n\tswitch y := v.(type) {\n\tcase int:\n\t\t_ = y\n\tcase string:\n\t\t_ = y\n\t}"},
	}
	for _, test := range tests {
		files, offset := cursor(t, test.source)
		edits, err := a.Rename(loader.Load(files), "main.go", offset, test.to)
		if err != nil {
			t.Errorf("%q: %v", test.source, err)
			continue
		}
		got := Apply(files, edits)["main.go"]
		if !strings.Contains(got, test.want) {
			t.Errorf("%q as %s: got\n%s", test.source, test.to, got)
		}
	}
}

func TestRenameRefusesWhatWouldChangeTheProgram(t *testing.T) {
	a, loader := newAssistant(t)
	tests := []struct{ source, to, want string }{
		{"x| := 1\n\ty := 2\n\t_, _ = x, y", "y", "would be wrong"},
		{"x| := 1\n\t_ = x\n\t{\n\t\ty := 2\n\t\t_ = y\n\t\t_ = x\n\t}", "y", "something else"},
		{"package main\n\nvar y = 1\n\nfunc main() {\n\tx| := 2\n\t_ = x + y\n}\n", "y", "something else"},
		{"x| := 1\n\t_ = x", "2x", "not a name"},
		{"x| := 1\n\t_ = x", "func", "not a name"},
		{"fmt.Print|ln()", "Print", "not declared in this program"},
		{"package main\n\nfunc |main() {}\n", "start", "by its name"},
		{"_ = un|known", "x", "does not know"},
		{"|", "x", "no name"},
		{"package main\n\ntype I interface{ F() }\ntype T struct{}\n\nfunc (T) |F() {}\n\nvar _ I = T{}\n\nfunc main() {}\n", "G", "would be wrong"},
	}
	for _, test := range tests {
		files, offset := cursor(t, test.source)
		edits, err := a.Rename(loader.Load(files), "main.go", offset, test.to)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q as %s: got %v, %v", test.source, test.to, edits, err)
		}
	}
}

func TestFormat(t *testing.T) {
	a, _ := newAssistant(t)
	tests := []struct{ name, source, want string }{
		{"layout", "package main\nfunc  main( ){\nx:=1+2\n  _=x }", "package main\n\nfunc main() {\n\tx := 1 + 2\n\t_ = x\n}\n"},
		{"missing imports", "package main\n\nfunc main() {\n\tfmt.Println(strings.ToUpper(\"x\"), rand.IntN(3))\n}\n", "package main\n\nimport (\n\t\"fmt\"\n\t\"math/rand/v2\"\n\t\"strings\"\n)\n\nfunc main() {\n\tfmt.Println(strings.ToUpper(\"x\"), rand.IntN(3))\n}\n"},
		{"the package that has the name", "package main\n\nfunc main() { rand.Seed(1) }\n", "package main\n\nimport \"math/rand\"\n\nfunc main() { rand.Seed(1) }\n"},
		{"unused imports", "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t_ \"time\"\n)\n\nfunc main() { fmt.Println() }\n", "package main\n\nimport (\n\t\"fmt\"\n\t_ \"time\"\n)\n\nfunc main() { fmt.Println() }\n"},
		{"the last import", "package main\n\nimport \"os\"\n\nfunc main() {}\n", "package main\n\nfunc main() {}\n"},
		{"one for another", "package main\n\nimport \"os\"\n\nfunc main() { fmt.Println() }\n", "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println() }\n"},
		{"renamed imports", "package main\n\nimport f \"fmt\"\n\nfunc main() { f.Println() }\n", ""},
		{"unknown packages stay", "package main\n\nimport \"example.com/x\"\n\nfunc main() { x.F() }\n", ""},
		{"variables are no packages", "package main\n\nvar strings struct{ x int }\n\nfunc main() { _ = strings.x }\n", ""},
		{"comments", "package main\n\n// main does it.\nfunc main() {\n\t// nothing\n}\n", ""},
		{"sorted imports", "package main\n\nimport (\n\t\"os\"\n\t\"fmt\"\n)\n\nfunc main() { fmt.Println(os.Args) }\n", "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() { fmt.Println(os.Args) }\n"},
		{"modules", "package main\n\nfunc main() { var g errgroup.Group; g.Wait() }\n", "package main\n\nimport \"golang.org/x/sync/errgroup\"\n\nfunc main() { var g errgroup.Group; g.Wait() }\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.want == "" {
				test.want = test.source
			}
			files := map[string]string{"main.go": test.source}
			edits, err := a.Format(files, "main.go")
			if err != nil {
				t.Fatal(err)
			}
			got := Apply(files, edits)["main.go"]
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if again, err := format.Source([]byte(got)); err != nil || string(again) != got {
				t.Errorf("gofmt makes of it\n%s", again)
			}
		})
	}
}

func TestFormatTouchesNothingThatStays(t *testing.T) {
	a, _ := newAssistant(t)
	source := "package main\n\nfunc main() {\n\tfmt.Println(1)\n\n\tx:=1\n\tfmt.Println( x )\n}\n"
	edits, err := a.Format(map[string]string{"main.go": source}, "main.go")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range edits {
		got = append(got, fmt.Sprintf("%q->%q", source[e.From:e.To], e.Text))
	}
	want := []string{`"\n\n"->"\n\nimport \"fmt\"\n\n"`, `""->" "`, `""->" "`, `" "->""`, `" "->""`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFormatSaysWhyItCannot(t *testing.T) {
	a, _ := newAssistant(t)
	_, err := a.Format(map[string]string{"main.go": "package main\n\nfunc main() {\n\tx := \n}\n"}, "main.go")
	if err == nil || !strings.Contains(err.Error(), "Line 5 ") && !strings.Contains(err.Error(), "Line 4 ") {
		t.Errorf("got %v", err)
	}
}
