// Package rt is what programs in core Go call, compiled: interfaces, panics,
// goroutines, channels and checks, each done with the real thing so that it is what
// Go does, in Go's words.
//
// Package lang writes the calls; nobody else does. An interpreter is given the
// package as a binary package by Symbols.
//
// The state is the process's, as goroutines and standard error are: a process runs
// one program.
package rt
