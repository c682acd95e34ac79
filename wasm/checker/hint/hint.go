package hint

import (
	"regexp"
	"strings"
)

// entry is one row of the table.
type entry struct {
	message *regexp.Regexp
	// line, unless nil, must match the line of source, without space around it.
	line *regexp.Regexp
	// hint may name submatches ($1) of line, if there is one, or of message.
	hint string
}

// For returns the hint for a message about a line of source, or "".
func For(message, line string) string {
	line = strings.TrimSpace(line)
	for _, e := range table() {
		m := e.message.FindStringSubmatchIndex(message)
		if m == nil {
			continue
		}
		if e.line == nil {
			return string(e.message.ExpandString(nil, e.hint, message, m))
		}
		if m := e.line.FindStringSubmatchIndex(line); m != nil {
			return string(e.line.ExpandString(nil, e.hint, line, m))
		}
	}
	return ""
}

// when makes an entry for a message.
func when(message, hint string) entry {
	return entry{regexp.MustCompile(message), nil, hint}
}

// whenOn makes an entry for a message about a line.
func whenOn(message, line, hint string) entry {
	return entry{regexp.MustCompile(message), regexp.MustCompile(line), hint}
}
