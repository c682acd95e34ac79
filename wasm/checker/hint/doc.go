// Package hint explains Go's messages to someone who comes from Python: one or two
// sentences that say what to do.
//
// It is a table, in table.go. An entry matches a message, and the line of source that
// the message is about if the message alone does not tell enough. Messages are the
// compiler's, go vet's and the runtime's. The first entry that matches is used, so
// the particular come before the general. Most messages need no hint and get none.
package hint
