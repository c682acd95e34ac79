// Package language holds the texts of the interface: a file for each
// language, read by the pages (here) and by the scripts (site/web/language),
// so that a translation is one file. A new language is a new file.
//
// A file says its language's name and direction ("ltr" or "rtl"), and has a
// section for each part of the interface that is loaded by itself:
//
//	page      what pages are built with
//	script    what the element's script says, which is on every page
//	site      what the script of the course's pages says beyond that
//	quiz      and so on: a part for each say.ts in site/web
//
// A new section has to be in every language's file, and nowhere else: Module
// delivers whatever sections there are. Only "page" is known here by name.
//
// A text may hold {n} and other names in braces, where a value is put, and
// may be an object of plural forms (zero, one, two, few, many, other), from
// which n chooses as the language's rules have it. Values are set apart from
// a text that runs from right to left; a piece of code within the text itself
// stands between U+2068 and U+2069.
//
// Some things stay English in every language and are not here: what Go says
// itself (diagnostics, panics, "exit status 2"); the teaching hints of
// wasm/checker/hint, which take Go's words apart; the checker's reasons why a
// program is not for the instant engine, or a name can't be changed; and the
// page on embedding, which is a document for developers.
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
	Tag       string // of BCP 47, such as "de"
	Name      string
	Direction string // "ltr" or "rtl"
	Page      Texts
	Scripts   map[string]json.RawMessage // the other sections, by name
}

// Texts are the texts of the pages, by name.
type Texts map[string]string

// Lesson names a lesson by its number.
func (t Texts) Lesson(n int) string {
	return strings.ReplaceAll(t["lesson"], "{n}", strconv.Itoa(n))
}

// FrameTitle is the title of a frame that shows a program of a course.
func (t Texts) FrameTitle(course string) string {
	return strings.ReplaceAll(t["frameTitle"], "{course}", course)
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
	if err := l.read(content); err != nil {
		panic(fmt.Sprintf("language %s: %v", tag, err)) // a file of ours, that tests have read
	}
	return l, true
}

func (l *Language) read(content []byte) error {
	if err := json.Unmarshal(content, &l.Scripts); err != nil {
		return err
	}
	for name, to := range map[string]any{"name": &l.Name, "direction": &l.Direction, "page": &l.Page} {
		if err := json.Unmarshal(l.Scripts[name], to); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		delete(l.Scripts, name)
	}
	return nil
}

// Module is the script by which a page tells the others its language, with the
// texts of every section but "page"; nothing for the default.
func (l *Language) Module() []byte {
	if l.Tag == Default {
		return nil
	}
	texts, err := json.Marshal(l.Scripts) // It leaves out the files' white space.
	if err != nil {
		panic(err) // it was read before
	}
	return fmt.Appendf(nil, "globalThis[Symbol.for(\"awaitgo.language\")]={tag:%q,direction:%q,texts:%s};\n", l.Tag, l.Direction, texts)
}
