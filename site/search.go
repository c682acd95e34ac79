package site

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"awaitgo/site/lesson"
)

// index is what readers search. It grows in any order, and is the same
// for the same lessons.
//
// In assets/search.json stand
//
//	pages     [number, title, address] of each lesson
//	sections  [page, id, heading, excerpt], from heading to heading
//	words     all words, sorted, so that those with a prefix stand together
//	found     for each word the sections that have it: each as its number, less
//	          that of the one before, and a weight (1 text or code, 3 heading,
//	          5 title), as in "0 5 12 1"
//
// site/web/search reads it, and cuts words as this file does.
type index struct{ lessons []indexed }

// indexed are the words of one lesson.
type indexed struct {
	number   int
	title    string
	url      string
	sections []section
}

type section struct {
	id, heading, excerpt string
	words                map[string]int // to weight
}

// Weights of a word, by where it stands.
const (
	inText    = 1
	inHeading = 3
	inTitle   = 5
)

const maxExcerpt = 110 // characters

func (x *index) add(words indexed) { x.lessons = append(x.lessons, words) }

// wordsOf gathers the words of a lesson. The quiz is left out: a search should
// not answer it.
func wordsOf(l *lesson.Lesson) indexed {
	self := linkTo(l)
	x := indexed{number: l.Number, title: self.Title, url: self.URL}
	current := x.open("", "")
	current.take(self.Title, inTitle)
	current.take(strconv.Itoa(l.Number), inTitle)
	ast.Walk(l.Body, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			id := ""
			if value, ok := n.AttributeString("id"); ok {
				id = string(value.([]byte))
			} else if section, ok := n.Parent().(lesson.Section); ok {
				id = section.ID()
			}
			heading := lesson.Plain(n, l.Source)
			current = x.open(id, heading)
			current.take(heading, inHeading)
			return ast.WalkSkipChildren, nil
		case *lesson.Quiz:
			return ast.WalkSkipChildren, nil
		case *lesson.Listing:
			current.take(n.Code, inText)
		case *lesson.Pair:
			current.take(n.Python.Code, inText)
			current.take(n.Go.Code, inText)
		default:
			if first := n.FirstChild(); n.Type() == ast.TypeBlock && first != nil && first.Type() == ast.TypeInline {
				text := lesson.Plain(n, l.Source)
				current.take(text, inText)
				if current.excerpt == "" {
					current.excerpt = shortened(text)
				}
				return ast.WalkSkipChildren, nil
			}
		}
		return ast.WalkContinue, nil
	})
	return x
}

func (x *indexed) open(id, heading string) *section {
	x.sections = append(x.sections, section{id: id, heading: heading, words: map[string]int{}})
	return &x.sections[len(x.sections)-1]
}

func (s *section) take(text string, weight int) {
	for _, word := range cut(text) {
		s.words[word] = max(s.words[word], weight)
	}
}

// cut parts a text into words in small letters, without the marks above and
// below them. A word is letters and digits; one character is a word only if it
// is no letter of ours.
func cut(text string) []string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return slices.DeleteFunc(words, func(word string) bool {
		return len(word) == 1 && unicode.IsLetter(rune(word[0])) || len(word) > 40
	})
}

// shortened ends a text at a word.
func shortened(text string) string {
	runes := []rune(text)
	if len(runes) <= maxExcerpt {
		return text
	}
	short := string(runes[:maxExcerpt])
	if at := strings.LastIndex(short, " "); at > 0 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,;:") + " …"
}

// json writes the index.
func (x *index) json() ([]byte, error) {
	slices.SortFunc(x.lessons, func(a, b indexed) int { return a.number - b.number })
	var file struct {
		Pages    [][3]any `json:"pages"`
		Sections [][4]any `json:"sections"`
		Words    []string `json:"words"`
		Found    []string `json:"found"`
	}
	type hits struct {
		last int
		text []byte
	}
	found := map[string]*hits{}
	for page, l := range x.lessons {
		file.Pages = append(file.Pages, [3]any{l.number, l.title, l.url})
		for _, s := range l.sections {
			number := len(file.Sections)
			file.Sections = append(file.Sections, [4]any{page, s.id, s.heading, s.excerpt})
			for word, weight := range s.words {
				h := found[word]
				if h == nil {
					h = &hits{}
					found[word] = h
				} else {
					h.text = append(h.text, ' ')
				}
				h.text = strconv.AppendInt(h.text, int64(number-h.last), 10)
				h.text = append(h.text, ' ')
				h.text = strconv.AppendInt(h.text, int64(weight), 10)
				h.last = number
			}
		}
	}
	for word := range found {
		file.Words = append(file.Words, word)
	}
	slices.Sort(file.Words)
	for _, word := range file.Words {
		file.Found = append(file.Found, string(found[word].text))
	}
	return json.Marshal(file)
}
