package main

import (
	"fmt"
	"io"
)

// runCommand runs a program on the interpreter of the browser.
func runCommand(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fmt.Fprintln(stderr, "awaitgo: this build can't run programs yet")
	return failed
}
