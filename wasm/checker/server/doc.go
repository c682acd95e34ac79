// Package server answers the page's questions about programs: it is what the checker
// does, without how the questions come and the answers go.
//
// A question and its answer are one JSON object each; site/web/checker/protocol.ts is
// the page's side of them, and says what each is for. Offsets count UTF-16 code units
// from the beginning of a file, as JavaScript does; columns count bytes from 1, as Go
// does.
package server
