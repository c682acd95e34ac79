package hint

import (
	"strings"
	"testing"
)

func TestForExplainsBeginnersMistakes(t *testing.T) {
	tests := []struct {
		message, line string
		want          string // a part of the hint; "" for none
	}{
		{"declared and not used: x", "\tx := 1", "Use x, take the line out"},
		{`"os" imported and not used`, `import "os"`, "Nothing in this file uses os."},
		{`"strings" imported as str and not used`, `import str "strings"`, "uses str, the package strings"},
		{"missing return", "}", "must end in return"},
		{"syntax error: non-declaration statement outside function body", "x := 1", "Outside a function := does not work"},
		{"syntax error: non-declaration statement outside function body", "fmt.Println()", "goes into func main"},
		{"syntax error: non-declaration statement outside function body", "def main():", "Go spells it func"},
		{"syntax error: non-declaration statement outside function body", "async func f() {", "no async functions"},
		{"syntax error: unexpected name time at end of statement", "await time.Sleep(1)", "no await"},
		{"syntax error: unexpected name true at end of statement", "while true {", "for x < 3"},
		{"syntax error: cannot use i in range(3) as value", "for i in range(3) {", "range"},
		{"syntax error: unexpected colon", "if x == 1:", "braces"},
		{"syntax error: non-declaration statement outside function body", "class C {", "no classes"},
		{"syntax error: unexpected name x", "y := lambda x: x", "function literal"},
		{"syntax error: unexpected keyword else, expected }", "else {", "opening brace"},
		{"syntax error: unexpected semicolon or newline before {", "func main()", "opening brace"},
		{"syntax error: unexpected newline in composite literal; possibly missing comma or }", "2", "comma"},
		{"more than one character in rune literal", "s := 'hello'", "double quotes"},
		{"invalid character U+0023 '#'", "x := 1 # c", "//"},
		{"expected 'package', found 'import'", "import \"fmt\"", "package main"},
		{"undefined: fmt.println (but have Println)", "", "capital letter: Println."},
		{"undefined: fmt", "", "This package is not imported"},
		{"undefined: strings.Upper", "", "The package strings has no Upper."},
		{"undefined: True", "", "true"},
		{"undefined: None", "", "nil"},
		{"undefined: cuont", "", "There is no cuont here"},
		{"no new variables on left side of :=", "x := 2", "write ="},
		{"x redeclared in this block\n\t./prog.go:3:2: other declaration of x", "", "x is taken"},
		{`invalid operation: "age: " + age (mismatched types untyped string and int)`, "", "strconv.Itoa"},
		{`invalid operation: "a" + 1 (mismatched types untyped string and untyped int)`, "", "strconv.Itoa"},
		{`invalid operation: n * time.Second (mismatched types int and time.Duration)`, "", "time.Duration(n)"},
		{`invalid operation: x + y (mismatched types int32 and int64)`, "", "int32(x)"},
		{"non-boolean condition in if statement", "if n {", "truthy"},
		{"cannot use nil as string value in variable declaration", "", "string is never nil"},
		{"assignment mismatch: 1 variable but strconv.Atoi returns 2 values", "", "v, err :="},
		{"expression in go must be function call", "go f", "go f()"},
		{"package requests is not in std (/usr/local/go/src/requests)", "", "pkg.go.dev/std"},
		{"function main is undeclared in the main package", "", "func main()"},
		{"cannot use Square{…} (value of struct type Square) as Shape value in variable declaration: Square does not implement Shape (method Area has pointer receiver)", "", "use &value"},
		{"invalid operation: cannot receive from send-only channel out (variable of type chan<- int)", "", "chan<-"},
		{"use passes lock by value: sync.WaitGroup contains sync.noCopy", "", "Pass a pointer"},
		{"WaitGroup.Add called from inside new goroutine", "", "before go"},
		{"the cancel function returned by context.WithCancel should be called, not discarded, to avoid a context leak", "", "defer cancel()"},
		{"fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\nmain.main()", "", "no goroutine is left to receive"},
		{"fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive (nil chan)]:\nmain.main()", "", "The channel is nil"},
		{"fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain.main()", "", "go missing"},
		{"fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [sync.WaitGroup.Wait]:", "", "Done"},
		{"fatal error: all goroutines are asleep - deadlock!", "", "Every goroutine waits"},
		{"panic: send on closed channel", "", "Only the sender"},
		{"panic: runtime error: index out of range [5] with length 3", "", "There are 3 elements"},
		{"fatal error: concurrent map writes", "", "sync.Mutex"},
		{"something nobody has met", "", ""},
	}
	for _, test := range tests {
		got := For(test.message, test.line)
		if test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("For(%q, %q) = %q, which lacks %q", test.message, test.line, got, test.want)
		}
	}
}

func TestHintsAreShortSentences(t *testing.T) {
	for _, e := range table {
		if len(e.hint) > 240 || !strings.ContainsAny(e.hint[len(e.hint)-1:], ".})?`]{:") && !strings.HasSuffix(e.hint, ")") {
			t.Logf("look at %q", e.hint)
		}
		if len(e.hint) > 240 {
			t.Errorf("%d characters are too many for a hint: %q", len(e.hint), e.hint)
		}
	}
}
