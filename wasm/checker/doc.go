// Command checker answers questions about programs while they are written: what is
// wrong with one, how the instant engine runs it, what a word may become, how it is
// laid out. One process answers as long as the page lives.
//
// It speaks to its host through two files, as wasm/instant does. Each question is a
// line of JSON read from /awaitgo/request, each answer a line written to
// /awaitgo/report, in the same order. Package server says what they are.
//
// # Parts
//
//	diagnose   what go build says about a program, to the letter
//	vet        what go vet says
//	hint       what both, and the runtime, mean: a table, for people who know Python
//	operation  what a run's event log knows of the source
//	program    a program parsed and type-checked by go/types, for all that follows
//	assist     completion, descriptions, definitions, renaming, formatting
//	server     questions and answers
//
// All are ordinary packages without syscall/js. Those that use the compiler's or go
// vet's own packages have a second form for builds without them; how the first is built
// is said in wasm/internal/overlay.
//
// # One binary, two type-checkers
//
// The compiler's messages come from types2, and nothing else has its words, positions
// and order. Go vet's passes and package lang, which translates programs for the
// instant engine, need go/types. Both are in this one binary. A package of ours that
// lies beside the compiler's, at a path without "internal" in it, can be imported by
// this module, so there is no need for a second binary, nor for lang to move into the
// compiler's tree.
//
// Brotli 11, in kB, of what was tried (Go 1.26.8, js/wasm):
//
//	types2 and syntax alone                                          1264
//	go/types, go/parser, go/format alone                             1411
//	both                                                             1729
//	both, and ten passes of go vet                                   1967
//	the same without inlining (-gcflags=all=-l)                      1667
//	and 26 passes, all of this command, and declarations of packages 1936
//	the same without package regexp, encoding/json and documentation 1697
//	and package lang: what is shipped                                1874
//
// Without inlining a check takes 5 ms (60 lines, warm, Chromium) where 10 are allowed:
// the download is worth more. Package regexp is kept out by hand-written matchers
// (hint, lang, cmd/vet/directives), encoding/json by server/json.go, and documentation
// is a file of its own (62 kB), which the page sends when an editor wants it.
//
// # Packages as source
//
// Imported packages come as source without bodies (package export), which both
// type-checkers read with their own parsers: 53 kB for what the instant engine has, 33
// packages more, and all that these need. Indexed export data for 35 packages took 110
// kB and only go/types reads it; the compiler's own export data is 1.4 MB before
// compression, and its reader brings half of the compiler along.
package main
