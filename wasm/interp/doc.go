// Package interp runs one Go program on the yaegi interpreter.
//
// It is the part of the instant engine that knows nothing of browsers: the same
// code runs natively (awaitgo run) and, compiled to WebAssembly, behind the page.
// What the interpreter says in words of its own is put here into Go's, so that
// nobody above this package ever meets an interpreter's term, frame or type.
//
// A Session is for one program and one run. The program shares the process: its
// os.Exit ends the process, and so does a panic in a goroutine that it started.
package interp
