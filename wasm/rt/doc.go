// Package rt is what programs in core Go call, compiled: interfaces, panics,
// goroutines, channels and checks, each done with the real thing so that it is what
// Go does, in Go's words.
//
// Package lang writes the calls; nobody else does. An interpreter is given the
// package as a binary package by Symbols.
//
// An engine gives the interpreter Symbols, calls UseWrappers once with the standard
// library's table, and evaluates the program. When all goroutines sleep for ever it
// calls Deadlock. Exit status 2 is Go's own for a panic or fatal error; ExitFailed says
// that the interpreter failed at what Go can do.
//
// The state is the process's, as goroutines and standard error are: a process runs
// one program.
package rt
