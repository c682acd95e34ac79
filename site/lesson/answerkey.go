package lesson

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// readKey gives the questions their answers.
func (d *draft) readKey(key *Details) {
	for _, n := range children(key) {
		list, ok := n.(*ast.List)
		switch {
		case n.Kind() == KindSummary:
		case ok && list.IsOrdered():
			for item, number := range numbered(list, d.src) {
				d.readAnswer(item, number)
			}
		default:
			d.wrong(n.Pos(), "write an entry as 1. c", "the answer key holds more than answers")
		}
	}
}

// readAnswer reads an entry of the key: "1. c", or "1. a, c".
func (d *draft) readAnswer(item *ast.ListItem, number int) {
	q := d.questions[number]
	if q == nil {
		d.wrong(item.Pos(), "", "the answer key answers question %d, and there is no such question", number)
		return
	}
	if q.Answer != nil {
		d.wrong(item.Pos(), "name all right options in one entry: 1. a, c", "question %d is answered twice", number)
		return
	}
	q.Answer = letters(Plain(item, d.src))
	if len(q.Answer) == 0 {
		d.wrong(item.Pos(), "name the right option's letter: 1. c", "the answer to question %d names no option", number)
		q.Answer = []string{}
	}
	for _, letter := range q.Answer {
		if len(q.Options) > 0 && q.Option(letter) == nil {
			d.wrong(item.Pos(), "", "the answer to question %d is %s, and it has no such option", number, letter)
		}
	}
}

// letters reads "c", "c)", "a, c" and "a and c"; anything else is nil. They
// come out sorted, each once.
func letters(entry string) []string {
	words := strings.FieldsFunc(strings.ToLower(entry), func(r rune) bool { return strings.ContainsRune(" ,;)&", r) })
	words = slices.DeleteFunc(words, func(word string) bool { return word == "and" })
	for _, word := range words {
		if len(word) != 1 || word[0] < 'a' || word[0] > 'z' {
			return nil
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// checkAnswers reports questions that the key leaves out.
func (d *draft) checkAnswers() {
	for _, q := range d.lesson.Quiz.Questions {
		if q.Answer == nil {
			d.mistakes.add(d.lesson.File, q.Line, "add \""+strconv.Itoa(q.Number)+". LETTER\" to the answer key, the <details> below the questions",
				"question %d has no answer", q.Number)
		}
	}
}

// numbered counts a list's entries as they are numbered in the text, so that
// a gap in an answer key shows. Authors who number every entry 1 mean 1, 2, 3.
func numbered(list *ast.List, src source) iter.Seq2[*ast.ListItem, int] {
	var numbers []int
	items := children(list)
	for _, item := range items {
		numbers = append(numbers, numberAt(src, item.Pos()))
	}
	if len(slices.Compact(slices.Clone(numbers))) < 2 {
		for i := range numbers {
			numbers[i] = list.Start + i
		}
	}
	return func(yield func(*ast.ListItem, int) bool) {
		for i, item := range items {
			if !yield(item.(*ast.ListItem), numbers[i]) {
				return
			}
		}
	}
}

// numberAt reads the digits at a place in the text.
func numberAt(src source, pos int) int {
	digits := src[pos:]
	if end := bytes.IndexAny(digits, ".)"); end >= 0 {
		digits = digits[:end]
	}
	n, _ := strconv.Atoi(string(digits)) // Markdown allows nine digits
	return n
}
