package main

import (
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"html/template"
	"log"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"text/scanner"
	"text/tabwriter"
	texttemplate "text/template"
	"unicode/utf16"
)

type user struct {
	Name string
	Age  int
}

func (u user) Greet(word string) string { return word + ", " + u.Name }

func main() {
	t := texttemplate.Must(texttemplate.New("t").Funcs(texttemplate.FuncMap{"up": strings.ToUpper}).Parse(
		"{{range $i, $u := .}}{{$i}}: {{$u.Greet \"Hi\" | up}}{{if gt $u.Age 17}} (adult){{end}}\n{{else}}nobody{{end}}"))
	fmt.Println(t.Execute(os.Stdout, []user{{"Ada", 36}, {"Tim", 7}}))
	page := template.Must(template.New("p").Parse("<p title=\"{{.}}\">{{.}}</p>\n"))
	page.Execute(os.Stdout, "<script>\"&")

	re := regexp.MustCompile(`(?P<year>\d{4})-(?P<month>\d\d)`)
	fmt.Println(re.ReplaceAllString("2026-01 and 2025-12", "${month}/${year}"), re.SubexpNames())
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, '.', tabwriter.AlignRight)
	fmt.Fprint(w, "a\tbbb\tc\naaaa\tb\tccc\n")
	w.Flush()
	var s scanner.Scanner
	s.Init(strings.NewReader("x := 3.14 // pi"))
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Print(s.Position, " ", s.TokenText(), "; ")
	}
	fmt.Println(utf16.Encode([]rune("a😀")), string(utf16.Decode([]uint16{0xd83d, 0xde00})))

	flags := flag.NewFlagSet("tool", flag.ContinueOnError)
	n := flags.Int("n", 3, "how many")
	fmt.Println(flags.Parse([]string{"-n", "5", "rest"}), *n, flags.Args())
	log.New(os.Stdout, "log: ", log.Lmsgprefix|log.Lshortfile).Print("line")
	slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})).Info("said", slog.Group("g", "a", 1))

	file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x; func f( a int){ return }", 0)
	fmt.Println(file.Name, err)
	ast.Inspect(file, func(n ast.Node) bool {
		if f, ok := n.(*ast.FuncDecl); ok {
			fmt.Println("func", f.Name)
		}
		return true
	})
	source, err := format.Source([]byte("package x\nfunc f( a int){ return }"))
	fmt.Println(string(source), err)
}
