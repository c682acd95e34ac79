package diagnose

import (
	"errors"
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"awaitgo/wasm/export"
)

// goroot is where Go is if one follows the instructions on go.dev. A browser has
// none, but the go command shows a path, and a reader may find it in a book.
const goroot = "/usr/local/go"

// readImports reads what the go command reads before it calls the compiler. It
// reports the first mistake of the first file that has one.
func readImports(names []string, files map[string]string) ([]Import, []Diagnostic) {
	var imports []Import
	for _, name := range names {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, beginning(files[name]), parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return nil, []Diagnostic{headerMistake(name, files[name], err)}
		}
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				continue // the parser has accepted it
			}
			if invalid(path) {
				p := fset.Position(spec.Path.Pos())
				return nil, []Diagnostic{about(name, p.Line, p.Column, "invalid import path: "+path)}
			}
			p := fset.Position(spec.Pos())
			imports = append(imports, Import{name, p.Line, p.Column, path})
		}
	}
	return imports, nil
}

// beginning returns the part of a file that the go command parses. It ends where a
// simple reader of imports sees no further one; if that reader is lost, it is all.
func beginning(source string) string {
	r := headerReader{source: source}
	file := token.NewFileSet().AddFile("", -1, len(source))
	r.scanner.Init(file, []byte(source), func(token.Position, string) { r.lost = true }, 0)
	r.next()
	r.expect(token.PACKAGE)
	r.expect(token.IDENT)
	r.skipSemicolons()
	for r.token == token.IMPORT && !r.lost {
		r.next()
		if r.token != token.LPAREN {
			r.spec()
			continue
		}
		r.next()
		for r.token != token.RPAREN && !r.lost {
			r.spec()
		}
		r.next()
		r.skipSemicolons()
	}
	if r.lost || strings.HasPrefix(source[r.offset:], "i") {
		return source
	}
	return source[:r.offset]
}

type headerReader struct {
	source  string
	scanner scanner.Scanner
	token   token.Token
	offset  int
	lost    bool
}

func (r *headerReader) next() {
	var pos token.Pos
	pos, r.token, _ = r.scanner.Scan()
	r.offset = min(int(pos)-1, len(r.source))
}

func (r *headerReader) expect(t token.Token) {
	r.lost = r.lost || r.token != t
	r.next()
}

// spec reads an import's name, if it has one, and path.
func (r *headerReader) spec() {
	if r.token == token.PERIOD || r.token == token.IDENT {
		r.next()
	}
	r.expect(token.STRING)
	r.skipSemicolons()
}

func (r *headerReader) skipSemicolons() {
	for r.token == token.SEMICOLON {
		r.next()
	}
}

func headerMistake(name, source string, err error) Diagnostic {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return about(name, 1, 1, err.Error())
	}
	first := list[0]
	if strings.Contains(first.Msg, "illegal character NUL") {
		text := fmt.Sprintf("reading %s: unexpected NUL in input", name)
		return Diagnostic{File: name, Line: first.Pos.Line, Column: first.Pos.Column, Message: text, Text: "go: " + text}
	}
	return about(name, first.Pos.Line, first.Pos.Column, first.Msg)
}

// about words a message as the go command does, which writes no "./".
func about(file string, line, column int, message string) Diagnostic {
	text := fmt.Sprintf("%s:%d:%d: %s", file, line, column, message)
	if column == 0 { // after a line directive
		text = fmt.Sprintf("%s:%d: %s", file, line, message)
	}
	return Diagnostic{file, line, column, message, text}
}

// invalid tells whether no package can have the path.
func invalid(path string) bool {
	return path == "" || strings.ContainsFunc(path, func(r rune) bool {
		return !unicode.IsGraphic(r) || unicode.IsSpace(r) || strings.ContainsRune("!\"#$%&'()*,:;<=>?[\\]^`{|}\uFFFD", r)
	})
}

// checkImports reports the imports that the go command can't resolve, in its order.
func checkImports(imports []Import, archive *export.Archive) []Diagnostic {
	sorted := slices.Clone(imports)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Path < sorted[j].Path })
	sorted = slices.CompactFunc(sorted, func(a, b Import) bool { return a.Path == b.Path })
	var unresolved, forbidden []Diagnostic
	for _, i := range sorted {
		if message := unresolvable(i.Path, archive); message != "" {
			unresolved = append(unresolved, about(i.File, i.Line, i.Column, message))
		}
		if message := forbids(i.Path, archive); message != "" {
			d := about(i.File, i.Line, i.Column, message)
			d.Text = "package command-line-arguments\n\t" + d.Text
			forbidden = append(forbidden, d)
		}
	}
	// All that can't be found is listed, but of what must not be used the first alone.
	return append(unresolved, forbidden[:min(len(forbidden), 1)]...)
}

// unresolvable says why there is no such package, or "".
func unresolvable(path string, archive *export.Archive) string {
	first, _, _ := strings.Cut(path, "/")
	_, known := archive.Package(path)
	switch {
	case known || path == "C" || path == "unsafe":
		return ""
	case first == "." || first == "..":
		return strconv.Quote(path) + " is relative, but relative import paths are not supported in module mode"
	case strings.HasPrefix(path, "/"):
		return strconv.Quote(path) + " is not a package path; see 'go help packages'"
	case strings.HasSuffix(path, "/"):
		return fmt.Sprintf("malformed import path %q: trailing slash", path)
	case strings.Contains(path, "//"):
		return fmt.Sprintf("malformed import path %q: double slash", path)
	case first == "vendor":
		return "use of vendored package not allowed"
	case first == "cmd" && path != "cmd":
		return fmt.Sprintf("import %q is a program, not an importable package", path)
	case !strings.Contains(first, "."):
		return fmt.Sprintf("package %s is not in std (%s/src/%s)", path, goroot, path)
	}
	return fmt.Sprintf("no required module provides package %s: go.mod file not found in current directory or any parent directory; see 'go help modules'", path)
}

// forbids says why a program must not import a package that there is, or "".
func forbids(path string, archive *export.Archive) string {
	if p, ok := archive.Package(path); ok && p.Engine == export.Hidden {
		if strings.HasPrefix(path, "vendor/") {
			return "use of vendored package not allowed"
		}
		return fmt.Sprintf("use of internal package %s not allowed", path)
	}
	return ""
}
