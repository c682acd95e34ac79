package lesson

import "bytes"

// source is a file's text; nodes know where in it they stand.
type source []byte

// newSource brings the line ends of other systems, and the mark that some of
// their editors put first, to ours. Lines keep their numbers.
func newSource(text []byte) source {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return bytes.ToValidUTF8(text, []byte("\ufffd"))
}

// line is the number, counted from 1, of the line that holds the byte at pos.
func (s source) line(pos int) int {
	pos = max(0, min(pos, len(s)))
	return 1 + bytes.Count(s[:pos], []byte("\n"))
}
