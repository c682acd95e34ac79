// Package directives finds printf directives in text, such as %d. It stands in for the
// one regular expression of go vet's printf pass: package regexp would be a thirtieth
// of the checker's download.
package directives

import "strings"

// Finder finds what the expression that it is made from would find.
type Finder string

// FindAllString returns the directives in a text, from left to right.
func (Finder) FindAllString(text string, _ int) []string {
	var found []string
	for i := 0; i < len(text); i++ {
		if n := length(text[i:]); n > 0 {
			found = append(found, text[i:i+n])
			i += n - 1
		}
	}
	return found
}

// length returns how long the directive is that a text begins with, or 0: a percent
// sign, flags other than a space, a width, a precision, an argument's index, a verb.
func length(text string) int {
	if text == "" || text[0] != '%' {
		return 0
	}
	at := 1
	for at < len(text) && strings.IndexByte("+-#", text[at]) >= 0 {
		at++
	}
	at = number(text, at)
	if at < len(text) && text[at] == '.' {
		at++
	}
	at = index(text, number(text, at))
	if at < len(text) && strings.IndexByte("bcdefgopqstvxEFGTUX", text[at]) >= 0 {
		return at + 1
	}
	return 0
}

// number skips digits, or a star that may have an index.
func number(text string, at int) int {
	if end := digits(text, at); end > at {
		return end
	}
	if end := index(text, at); end < len(text) && text[end] == '*' {
		return end + 1
	}
	return at
}

// index skips a number in brackets.
func index(text string, at int) int {
	if at < len(text) && text[at] == '[' {
		if end := digits(text, at+1); end > at+1 && end < len(text) && text[end] == ']' {
			return end + 1
		}
	}
	return at
}

func digits(text string, at int) int {
	for at < len(text) && '0' <= text[at] && text[at] <= '9' {
		at++
	}
	return at
}
