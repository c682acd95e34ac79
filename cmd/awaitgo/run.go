package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"

	"awaitgo/wasm/export"
	"awaitgo/wasm/export/source"
	"awaitgo/wasm/interp"
	"awaitgo/wasm/lang"
)

const runHelp = `awaitgo run runs a program on the interpreter that readers have in their browser.

Usage:
  awaitgo run FILE.go [ARGUMENTS]

The program gets the terminal and the clock as any program does; its net/http
reaches the course's small simulated web, not the network. The exit code is the
program's: 1 if it does not compile, 2 if it panics.
`

// runProgram interprets a file. It returns only if the program does not exit by itself.
func (p program) runProgram(args []string) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flags.SetOutput(p.stderr)
	if len(args) > 0 && args[0] != "" && args[0][0] == '-' {
		if _, err := parseFlags(flags, runHelp, args); err != nil {
			return err
		}
	}
	if len(args) == 0 {
		return usage("run takes a Go file").hint("awaitgo run FILE.go")
	}
	path := args[0]
	text, err := os.ReadFile(path)
	if err != nil {
		return failure("%w", err).hint("name the file that holds func main")
	}
	program, err := translate(map[string]string{filepath.Base(path): string(text)})
	var refused *lang.Refused
	switch {
	case errors.As(err, &refused):
		return failure("%w", refused).hint("the interpreter can't do this; go run %s can", path)
	case err != nil:
		return failure("%s does not build:\n%w", path, err)
	}
	session, err := interp.New()
	if err != nil {
		return err
	}
	os.Args = args
	return session.Run(program.Files)
}

// translate makes of a program what the interpreter runs.
func translate(files map[string]string) (*lang.Program, error) {
	archive, err := export.Open()
	if err != nil {
		return nil, err
	}
	return lang.Lower(files, lang.Options{Importer: export.NewImporter(archive), Source: source.FS()})
}
