//go:build overlay

package diagnose

import (
	"strings"

	"cmd/compile/gobuild"

	"awaitgo/wasm/export"
)

type realCompiler struct{ checker *gobuild.Checker }

func newCompiler(archive *export.Archive) (compiler, error) {
	whole := func(path string) bool {
		_, whole := archive.Whole(path)
		return whole
	}
	return realCompiler{gobuild.New(whole, archive.Source)}, nil
}

func (c realCompiler) check(names []string, files map[string]string) []Diagnostic {
	var program []gobuild.File
	for _, name := range names {
		program = append(program, gobuild.File{Name: "./" + name, Source: files[name]})
	}
	result := c.checker.Check(program)
	var list []Diagnostic
	for _, m := range result.Messages {
		name := strings.TrimPrefix(m.File, "./")
		list = append(list, Diagnostic{name, m.Line, m.Column, m.Text, m.String()})
	}
	if list == nil && result.Package == "main" && !result.HasMain {
		const message = "function main is undeclared in the main package"
		list = []Diagnostic{{Message: message, Text: "runtime.main_main·f: " + message}}
	}
	return list
}
