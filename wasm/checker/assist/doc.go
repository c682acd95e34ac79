// Package assist is what an editor asks about a program while it is being written:
// completion, documentation, where a name is declared, renaming, and formatting with
// the imports put right. Offsets are in bytes.
package assist
