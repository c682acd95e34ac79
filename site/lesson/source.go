package lesson

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// source is a file's text; nodes know where in it they stand.
type source []byte

// newSource brings the line ends of other systems, and the mark that some of
// their editors put first, to ours. Lines keep their numbers.
func newSource(text []byte) source {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return bytes.ToValidUTF8(text, []byte("\ufffd"))
}

// lineStarts are the offsets at which a text's lines begin. They are found
// once: a text of many mistakes must not be counted through for each.
type lineStarts []int

func newLineStarts(src source) lineStarts {
	starts := lineStarts{0}
	for i, b := range src {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// place is the line and the column, in characters, of the byte at pos. Both
// are counted from 1.
func (starts lineStarts) place(src source, pos int) (line, column int) {
	pos = max(0, min(pos, len(src)))
	line, exact := slices.BinarySearch(starts, pos)
	if exact {
		line++
	}
	return line, 1 + utf8.RuneCount(src[starts[line-1]:pos])
}
