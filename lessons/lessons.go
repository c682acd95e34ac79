// Package lessons is the course itself, as a file system: one folder a lesson,
// named by its number and its subject.
//
// A folder holds lesson.md and a folder for each Go program: main.go, the
// text that it prints in want.txt, and often the same program in Python, with
// what that does in python.jsonl. The
// format is specified in the documentation of awaitgo/site/lesson. This
// package knows nothing of it, so that whoever wants the files, and only the
// files, gets them without the rest.
//
// A new lesson is a new folder: there is nothing to register.
package lessons

import "embed"

// FS holds every lesson of the course. Its root lists the lessons' folders,
// such as 38-asyncio.
//
//go:embed [0-9]*
var FS embed.FS
