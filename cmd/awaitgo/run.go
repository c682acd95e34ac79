package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"awaitgo/wasm/interp"
)

const runHelp = `awaitgo run runs a program on the interpreter that readers have in their browser.

Usage:
  awaitgo run FILE.go [ARGUMENTS]

The program gets the terminal and the clock as any program does; its net/http
reaches the course's small simulated web, not the network. The exit code is the
program's: 1 if it does not compile, 2 if it panics.
`

// panicked is the exit code of a Go program that panicked.
const panicked = 2

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
	source, err := os.ReadFile(path)
	if err != nil {
		return failure("%w", err).hint("name the file that holds func main")
	}
	session, err := interp.New()
	if err != nil {
		return err
	}
	os.Args = args
	err = session.Run(map[string]string{filepath.Base(path): string(source)})

	var rejected interp.Rejected
	var panic *interp.Panicked
	switch {
	case errors.As(err, &rejected):
		return failure("%s does not run:\n%w", path, rejected)
	case errors.As(err, &panic):
		fmt.Fprintf(p.stderr, "%v\n\ngoroutine 1 [running]:\n", panic)
		os.Exit(panicked)
	}
	return err
}
