package server

import "awaitgo/wasm/checker/operation"

// Question is a question about a program.
type Question struct {
	ID    int               `json:"id"`
	Kind  string            `json:"kind"` // check, lower, operations, complete, describe, define, rename, format, hint or docs
	Files map[string]string `json:"files"`
	File  string            `json:"file"`
	At    int               `json:"at"`
	To    string            `json:"to"`   // rename: the new name; without it only what would be renamed is asked
	Log   bool              `json:"log"`  // lower: for a run with an event log
	Text  string            `json:"text"` // hint: what the runtime printed; docs: the documentation, see package export
}

// Answer is the answer to the question of the same ID: one of the kinds, or an error.
type Answer struct {
	ID    int      `json:"id"`
	Error string   `json:"error,omitempty"` // a sentence for the person who asked
	Check *Check   `json:"check,omitempty"`
	Lower *Lowered `json:"lower,omitempty"` // with Check, if the program does not build
	// Operations are what the event log knows of the source.
	Operations []operation.Operation `json:"operations,omitzero"`
	Complete   *Complete             `json:"complete,omitempty"`
	Describe   *Description          `json:"describe,omitempty"`
	Define     *Range                `json:"define,omitempty"`
	Rename     *Rename               `json:"rename,omitempty"`
	Format     []Edit                `json:"format,omitzero"`
	Hint       string                `json:"hint,omitempty"`
}

// Check is what there is to say about a program.
type Check struct {
	// Text is what go build prints, or nothing if the program builds.
	Text        string       `json:"text"`
	Diagnostics []Diagnostic `json:"diagnostics"`
	// Unavailable lists the imports of packages that exist but that the instant engine
	// has not got.
	Unavailable []Import `json:"unavailable"`
}

// Range is a part of a file.
type Range struct {
	File string `json:"file"`
	From int    `json:"from"`
	To   int    `json:"to"`
}

// Diagnostic is a message about the program. Its range is empty, at 0, if it is about
// the program as a whole.
type Diagnostic struct {
	Range
	Line     int    `json:"line"`     // as Go says it; 0 if it says none
	Column   int    `json:"column"`   // likewise
	Message  string `json:"message"`  // may have several lines
	Text     string `json:"text"`     // as a terminal shows it
	Severity string `json:"severity"` // error: go build says so; warning: go vet does
	Hint     string `json:"hint,omitempty"`
}

// Import is an import of a package.
type Import struct {
	Range
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Path    string `json:"path"`
	Message string `json:"message"`
}

// Complete is what may be meant by the word that begins at From.
type Complete struct {
	From      int        `json:"from"`
	Proposals []Proposal `json:"proposals"`
}

// Proposal is a word that may be meant. Edits import its package if that must be.
type Proposal struct {
	Label  string `json:"label"`
	Kind   string `json:"kind"`
	Detail string `json:"detail,omitempty"`
	Doc    string `json:"doc,omitempty"`
	Near   int    `json:"near"`
	Import string `json:"import,omitempty"`
}

// Description says what a name is.
type Description struct {
	Range
	Code string `json:"code"`
	Doc  string `json:"doc,omitempty"`
}

// Rename is what a new name changes, or what would be renamed.
type Rename struct {
	Range Range  `json:"range"`
	Edits []Edit `json:"edits"`
}

// Edit replaces a part of a file.
type Edit struct {
	Range
	Text string `json:"text"`
}
