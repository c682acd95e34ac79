package assist

import (
	"go/scanner"
	"go/token"
	"unicode"
	"unicode/utf8"
)

// wordAt returns the bounds of the identifier or keyword around an offset.
func wordAt(source string, offset int) (from, to int) {
	from, to = wordStart(source, offset), min(offset, len(source))
	for to < len(source) {
		r, size := utf8.DecodeRuneInString(source[to:])
		if !isWord(r) {
			break
		}
		to += size
	}
	return from, to
}

// wordStart returns where the identifier that ends at an offset begins.
func wordStart(source string, offset int) int {
	from := min(offset, len(source))
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(source[:from])
		if !isWord(r) {
			break
		}
		from -= size
	}
	return from
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// inText tells whether an offset lies in a comment or in a string.
func inText(source string, offset int) bool {
	tok, from, to := tokenAt(source, offset)
	switch tok {
	case token.COMMENT:
		return from < offset && (offset < to || source[from+1] == '/')
	case token.STRING, token.CHAR:
		return from < offset && (offset < to || !ended(source[from:to]))
	}
	return false
}

// ended tells whether a literal has its closing quote.
func ended(literal string) bool {
	return len(literal) > 1 && literal[len(literal)-1] == literal[0]
}

// tokenAt returns the token that an offset lies in or ends.
func tokenAt(source string, offset int) (tok token.Token, from, to int) {
	file := token.NewFileSet().AddFile("", -1, len(source))
	var s scanner.Scanner
	s.Init(file, []byte(source), func(token.Position, string) {}, scanner.ScanComments)
	for {
		pos, t, literal := s.Scan()
		at := file.Offset(pos)
		if t == token.EOF || at >= offset {
			return tok, from, to
		}
		if t == token.SEMICOLON && literal == "\n" {
			continue
		}
		if literal == "" {
			literal = t.String()
		}
		tok, from, to = t, at, at+len(literal)
	}
}
