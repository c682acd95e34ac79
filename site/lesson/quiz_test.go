package lesson

import (
	"slices"
	"testing"
)

func TestQuestionsAreReadHoweverTheyAreLaidOut(t *testing.T) {
	const want = `
1 Who waits?
a the sender
b both *
2 Who closes?
a the sender *
b both
`
	const key = "\n<details>\n<summary>Key</summary>\n1. b\n2. a\n</details>\n"
	for name, quiz := range map[string]string{
		"as the series has it": "1.  **Who waits?**\n    a) the sender\n    b) both\n\n2.  **Who closes?**\n    a) the sender\n    b) both\n",
		"without indentation":  "1. **Who waits?**\na) the sender\nb) both\n\n2. **Who closes?**\na) the sender\nb) both\n",
		"with blank lines":     "1. **Who waits?**\n\na) the sender\n\nb) both\n\n2. **Who closes?**\n\na) the sender\nb) both\n",
		"all numbered 1":       "1. Who waits?\n   a) the sender\n   b) both\n1. Who closes?\n   a) the sender\n   b) both\n",
		"in capitals":          "1. Who waits?\n   A) the sender\n   B) both\n2. Who closes?\n   A) the sender\n   B) both\n",
		"with hard breaks":     "1. **Who waits?**  \n   a) the sender  \n   b) both  \n2. **Who closes?**  \n   a) the sender  \n   b) both  \n",
		"bold never closed":    "1. **Who waits?\n   a) the sender\n   b) both\n2. **Who\n   closes?**\n   a) the sender\n   b) both\n",
		"over several lines":   "1. Who\n   waits?\n   a) the\n   sender\n   b) both\n2. Who closes?\n   a) the sender\n   b)\n   both\n",
		"with rules between":   "1. Who waits?\n   a) the sender\n   b) both\n\n---\n\n2. Who closes?\n   a) the sender\n   b) both\n\n---\n",
	} {
		t.Run(name, func(t *testing.T) {
			if got := quizText(parseText(t, "\n### Quiz\n\n"+quiz+key)); got != want {
				t.Errorf("got %s\nwant %s", got, want)
			}
		})
	}
}

func TestLettersOfAnAnswer(t *testing.T) {
	for entry, want := range map[string][]string{
		"c":            {"c"},
		"C":            {"c"},
		"c)":           {"c"},
		"c, a":         {"a", "c"},
		"a and c":      {"a", "c"},
		"a, b, and c":  {"a", "b", "c"},
		"a & b":        {"a", "b"},
		"a, a":         {"a"},
		"":             nil,
		"all of them":  nil,
		"c) async def": nil,
		"é":            nil,
	} {
		if got := letters(entry); !slices.Equal(got, want) {
			t.Errorf("letters(%q) = %q, want %q", entry, got, want)
		}
	}
}
