// Awaitgo makes interactive courses on concurrent Go: it turns a folder of
// lessons into a site that runs anywhere, serves one, and runs a lesson's
// programs on the interpreter that readers have in their browser.
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"awaitgo/lessons"
	"awaitgo/site/web"
)

const help = `awaitgo makes interactive courses on concurrent Go.

Usage:
  awaitgo new lesson NAME        begin a lesson
  awaitgo check [DIR]            hold lessons to all that they claim
  awaitgo record [DIR]           store what their asyncio does, for timelines
  awaitgo build DIR [-o OUT]     turn a folder of lessons into a site
  awaitgo serve [DIR]            serve a site; without DIR, the course inside this program
  awaitgo pack [DIR] -o FILE     put a course into one file, for a disk or a learning system
  awaitgo run FILE.go            run a program as a reader's browser would

awaitgo COMMAND --help says more about a command.
`

func main() {
	p := program{
		stdout: os.Stdout,
		stderr: os.Stderr,
		getenv: os.Getenv,
		course: lessons.FS,
		bundle: web.Bundle,
	}
	os.Exit(p.run(os.Args[1:]))
}

// program is the command and all that it takes from its surroundings.
type program struct {
	stdout, stderr io.Writer
	getenv         func(string) string
	course         fs.FS // the lessons inside this program
	bundle         fs.FS // the browser side of every site
}

// Exit codes.
const (
	ok     = 0
	failed = 1
	misuse = 2
)

func (p program) run(args []string) int {
	if len(args) == 0 {
		fmt.Fprint(p.stderr, help)
		return misuse
	}
	switch command, args := args[0], args[1:]; command {
	case "build":
		return p.finish(p.build(args))
	case "check":
		return p.finish(p.check(args))
	case "record":
		return p.finish(p.record(args))
	case "new":
		return p.finish(p.new(args))
	case "pack":
		return p.finish(p.pack(args))
	case "serve":
		return p.finish(p.serve(args))
	case "run":
		return p.finish(p.runProgram(args))
	case "help", "-h", "-help", "--help":
		fmt.Fprint(p.stdout, help)
		return ok
	default:
		return p.finish(usage("there is no command %q", command).hint("the commands are new, check, record, build, serve, pack and run; see awaitgo help"))
	}
}
