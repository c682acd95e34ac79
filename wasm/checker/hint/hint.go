package hint

import "strings"

// entry is one row of the table.
type entry struct {
	message pattern
	line    pattern // of the source line without space around it; "" fits all
	hint    string  // with words of the message, or of the line if that has any
}

// For returns the hint for a message about a line of source, or "".
func For(message, line string) string {
	line = strings.TrimSpace(line)
	for _, e := range table {
		words, ok := e.message.match(message)
		if !ok {
			continue
		}
		inLine, ok := e.line.match(line)
		if !ok {
			continue
		}
		if inLine != nil {
			words = inLine
		}
		return fill(e.hint, words)
	}
	return ""
}
