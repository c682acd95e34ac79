package server

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// text is a source whose offsets can be counted both ways.
type text string

// units returns how many UTF-16 code units come before a byte offset.
func (t text) units(bytes int) int {
	n := 0
	for _, r := range t[:min(max(bytes, 0), len(t))] {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// bytes returns the byte offset that so many UTF-16 code units come before.
func (t text) bytes(units int) int {
	for i, r := range t {
		if units <= 0 {
			return i
		}
		units -= max(utf16.RuneLen(r), 1)
	}
	return len(t)
}

// lineOf returns a line of a source, counted from 1, or "".
func lineOf(source string, line int) string {
	for text := range strings.Lines(source) {
		if line--; line == 0 {
			return strings.TrimRight(text, "\r\n")
		}
	}
	return ""
}

// tokenRange returns the part of a file that a message about a line and column is
// about: the token that begins there, or the whole line if there is no column.
func tokenRange(files map[string]string, file string, line, column int) Range {
	source, ok := files[file]
	if !ok || line < 1 {
		return Range{File: file}
	}
	from := 0
	for ; line > 1; line-- {
		end := strings.IndexByte(source[from:], '\n')
		if end < 0 {
			break
		}
		from += end + 1
	}
	rest, _, _ := strings.Cut(source[from:], "\n")
	to := from + len(strings.TrimRight(rest, " \t\r"))
	if column > 0 {
		from += min(column-1, len(rest))
		to = from + tokenLength(source[from:min(max(to, from), len(source))])
	} else {
		from += len(rest) - len(strings.TrimLeft(rest, " \t"))
	}
	t := text(source)
	return Range{file, t.units(from), t.units(max(from, to))}
}

// tokenLength returns how many bytes the token at the beginning of a line's rest has.
func tokenLength(rest string) int {
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return 0
	case r == '"' || r == '`' || r == '\'':
		for i := size; i < len(rest); i++ {
			if rest[i] == '\\' && r != '`' {
				i++
			} else if rest[i] == byte(r) {
				return i + 1
			}
		}
		return len(rest)
	case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
		end := strings.IndexFunc(rest, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if end < 0 {
			return len(rest)
		}
		return end
	}
	for _, operator := range []string{"...", "<<=", ">>=", "&^=", ":=", "<-", "++", "--", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=", "<<", ">>", "&^"} {
		if strings.HasPrefix(rest, operator) {
			return len(operator)
		}
	}
	return size
}
