package language

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every language says what English says, and puts the same values in.
func TestLanguagesAreComplete(t *testing.T) {
	english, _ := Of(Default)
	for _, tag := range Tags() {
		l, _ := Of(tag)
		if l.Name == "" || l.Direction != "ltr" && l.Direction != "rtl" {
			t.Errorf("%s: name %q, direction %q", tag, l.Name, l.Direction)
		}
		compareTexts(t, tag+": page", toAny(english.Page), toAny(l.Page))
		compareTexts(t, tag+": script", scriptOf(t, english), scriptOf(t, l))
	}
}

func toAny(texts Texts) map[string]any {
	all := map[string]any{}
	for key, text := range texts {
		all[key] = text
	}
	return all
}

func scriptOf(t *testing.T, l *Language) map[string]any {
	t.Helper()
	all := map[string]any{}
	if len(l.Script) > 0 {
		if err := json.Unmarshal(l.Script, &all); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

var value = regexp.MustCompile(`\{\w+\}`)

func compareTexts(t *testing.T, place string, english, other map[string]any) {
	t.Helper()
	if got, want := slices.Sorted(maps.Keys(other)), slices.Sorted(maps.Keys(english)); !slices.Equal(got, want) {
		t.Errorf("%s: has the texts\n%q, and English\n%q", place, got, want)
	}
	for key, text := range english {
		if got, want := values(other[key]), values(text); !slices.Equal(got, want) {
			t.Errorf("%s: %s has the values %q, and in English %q", place, key, got, want)
		}
	}
}

// values lists the values that a text, or the last of its plural forms, takes.
func values(text any) []string {
	switch text := text.(type) {
	case string:
		found := value.FindAllString(text, -1)
		slices.Sort(found)
		return slices.Compact(found)
	case map[string]any:
		return values(text["other"])
	}
	return nil
}

func TestOnlyOtherLanguagesNeedAModule(t *testing.T) {
	if english, _ := Of(Default); english.Module() != nil {
		t.Error("English is compiled into the scripts")
	}
	if german, _ := Of("de"); !strings.HasPrefix(string(german.Module()), `globalThis[Symbol.for("awaitgo.language")]={tag:"de",texts:{`) {
		t.Errorf("German: %s", german.Module())
	}
	if _, ok := Of("../en"); ok {
		t.Error("a path is no language")
	}
}
