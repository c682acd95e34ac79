package diagnose

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"awaitgo/wasm/export"
)

// Diagnostic is one message about the program.
type Diagnostic struct {
	File    string // as the files are named; "" if the message is about the program as a whole
	Line    int    // from 1, or 0
	Column  int    // in bytes, from 1; 0 if none is known
	Message string // may have several lines
	Text    string // as go build prints it
}

// Report is all that is said about a program.
type Report struct {
	// Header is the line that go build prints above the compiler's messages, or "".
	Header      string
	Diagnostics []Diagnostic
	// Imports lists what the program imports, if that could be read.
	Imports []Import
}

// Import is an import of a package.
type Import struct {
	File         string
	Line, Column int
	Path         string
}

// Text returns what go build prints.
func (r Report) Text() string {
	var b strings.Builder
	if r.Header != "" {
		fmt.Fprintln(&b, r.Header)
	}
	for _, d := range r.Diagnostics {
		fmt.Fprintln(&b, d.Text)
	}
	return b.String()
}

// header names the package as go build does when it is given files, not a package.
const header = "# command-line-arguments"

// Checker checks programs one after the other.
type Checker struct {
	archive  *export.Archive
	compiler compiler
}

// compiler says what the compiler and the linker say. The names of files have no "./".
type compiler interface {
	check(names []string, files map[string]string) []Diagnostic
}

// New returns a Checker for programs that import packages of the archive. It fails in
// a build without the compiler's packages; see wasm/internal/overlay.
func New(archive *export.Archive) (*Checker, error) {
	compiler, err := newCompiler(archive)
	if err != nil {
		return nil, err
	}
	return &Checker{archive, compiler}, nil
}

// Check checks a program, given as its files' names and sources.
func (c *Checker) Check(files map[string]string) Report {
	names := slices.Sorted(maps.Keys(files))
	imports, mistakes := readImports(names, files)
	if mistakes == nil {
		mistakes = checkImports(imports, c.archive)
	}
	if mistakes != nil {
		return Report{Diagnostics: mistakes, Imports: imports}
	}
	report := Report{Imports: imports}
	report.Diagnostics = c.compiler.check(names, files)
	if report.Diagnostics != nil {
		report.Header = header
	}
	return report
}
