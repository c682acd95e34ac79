package hint

import "strings"

// A pattern is a little language for messages, small where package regexp would be a
// twentieth of the checker's download. A pattern occurs somewhere in a text, and in it
//
//	^ at its beginning, $ at its end   stand for those of the text
//	*                                  stands for any text, or none
//	{}                                 stands for a word: no space, no comma, no bracket
//	                                   or colon at its end. The hint has it as $1, $2.
//	|                                  separates patterns of which one must occur
type pattern string

// match returns the words of the first alternative that occurs in a text.
func (p pattern) match(text string) (words []string, ok bool) {
	for alternative := range strings.SplitSeq(string(p), "|") {
		anchored := strings.HasPrefix(alternative, "^")
		alternative = strings.TrimPrefix(alternative, "^")
		for from := 0; from <= len(text); from++ {
			if words, ok := matchHere(alternative, text[from:]); ok {
				return words, true
			}
			if anchored {
				break
			}
		}
	}
	return nil, false
}

// matchHere matches the beginning of a text.
func matchHere(pattern, text string) (words []string, ok bool) {
	switch {
	case pattern == "":
		return nil, true
	case pattern == "$":
		return nil, text == ""
	case pattern[0] == '*':
		for from := 0; from <= len(text); from++ {
			if words, ok := matchHere(pattern[1:], text[from:]); ok {
				return words, true
			}
		}
		return nil, false
	case strings.HasPrefix(pattern, "{}"):
		for length := wordLength(text); length > 0; length-- {
			if words, ok := matchHere(pattern[2:], text[length:]); ok {
				return append([]string{strings.TrimRight(text[:length], "),:]")}, words...), true
			}
		}
		return nil, false
	}
	if text == "" || text[0] != pattern[0] {
		return nil, false
	}
	return matchHere(pattern[1:], text[1:])
}

func wordLength(text string) int {
	if end := strings.IndexAny(text, " \t\n"); end >= 0 {
		return end
	}
	return len(text)
}

// fill puts words into a hint in place of $1 and $2.
func fill(hint string, words []string) string {
	for i, word := range words {
		hint = strings.ReplaceAll(hint, "$"+string(rune('1'+i)), word)
	}
	return hint
}
