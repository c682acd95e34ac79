// Package language holds the texts of the interface: a file for each
// language, read by the pages (here) and by the scripts (site/web/language),
// so that a translation is one file. A new language is a new file.
//
// Under "page" stand the texts that pages are built with, under "script"
// those of the scripts. A text may hold {n} and other names in braces, where a
// value is put, and may be an object of plural forms (one, two, few, many,
// other) that n chooses from.
package language

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

//go:embed *.json
var files embed.FS

// Default is the language of scripts that are told no other.
const Default = "en"

// A Language is what an interface says, and in which direction.
type Language struct {
	Tag       string          `json:"-"` // of BCP 47, such as "de"
	Name      string          `json:"name"`
	Direction string          `json:"direction"` // "ltr" or "rtl"
	Page      Texts           `json:"page"`
	Script    json.RawMessage `json:"script"`
}

// Texts are the texts of the pages, by name.
type Texts map[string]string

// Lesson names a lesson by its number.
func (t Texts) Lesson(n int) string {
	return strings.ReplaceAll(t["lesson"], "{n}", strconv.Itoa(n))
}

// Tags lists the languages that there are.
func Tags() []string {
	entries, _ := files.ReadDir(".")
	var tags []string
	for _, entry := range entries {
		tags = append(tags, strings.TrimSuffix(entry.Name(), path.Ext(entry.Name())))
	}
	slices.Sort(tags)
	return tags
}

// Of is the language of a tag; false if there is none.
func Of(tag string) (*Language, bool) {
	content, err := files.ReadFile(tag + ".json")
	if err != nil {
		return nil, false
	}
	l := &Language{Tag: tag}
	if err := json.Unmarshal(content, l); err != nil {
		panic(fmt.Sprintf("language %s: %v", tag, err)) // a file of ours, that tests have read
	}
	return l, true
}

// Module is the script by which a page tells the others its language; nothing
// for the default.
func (l *Language) Module() []byte {
	if l.Tag == Default {
		return nil
	}
	return fmt.Appendf(nil, "globalThis[Symbol.for(\"awaitgo.language\")]={tag:%q,texts:%s};\n", l.Tag, compact(l.Script))
}

func compact(raw json.RawMessage) []byte {
	var value any
	if err := json.Unmarshal(raw, &value); err != nil {
		panic(err) // it was read before
	}
	small, _ := json.Marshal(value)
	return small
}
