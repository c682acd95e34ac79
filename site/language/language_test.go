package language

import (
	"encoding/json"
	"fmt"
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
		if got, want := slices.Sorted(maps.Keys(l.Scripts)), slices.Sorted(maps.Keys(english.Scripts)); !slices.Equal(got, want) {
			t.Fatalf("%s: has the sections\n%q, and English\n%q", tag, got, want)
		}
		for section := range english.Scripts {
			compareTexts(t, tag+": "+section, textsOf(t, english, section), textsOf(t, l, section))
		}
	}
}

func toAny(texts Texts) map[string]any {
	all := map[string]any{}
	for key, text := range texts {
		all[key] = text
	}
	return all
}

func textsOf(t *testing.T, l *Language, section string) map[string]any {
	t.Helper()
	all := map[string]any{}
	if err := json.Unmarshal(l.Scripts[section], &all); err != nil {
		t.Fatalf("%s: %s: %v", l.Tag, section, err)
	}
	return all
}

var value = regexp.MustCompile(`\{\w+\}`)

func compareTexts(t *testing.T, place string, english, other map[string]any) {
	t.Helper()
	if got, want := slices.Sorted(maps.Keys(other)), slices.Sorted(maps.Keys(english)); !slices.Equal(got, want) {
		t.Errorf("%s: has the texts\n%q, and English\n%q", place, got, want)
		return
	}
	for key, text := range english {
		for form, said := range forms(other[key]) {
			if strings.TrimSpace(said) == "" {
				t.Errorf("%s: %s says nothing (%s)", place, key, form)
			}
			// The form for one or two may say the number as a word.
			if got, want := values(said), values(forms(text)["other"]); form == "other" && !slices.Equal(got, want) || !subset(got, want) {
				t.Errorf("%s: %s (%s) has the values %q, and in English %q", place, key, form, got, want)
			}
		}
		if forms(other[key])["other"] == "" {
			t.Errorf("%s: %s has no form for every other number", place, key)
		}
		if strings.Count(fmt.Sprint(other[key]), "\u2068") != strings.Count(fmt.Sprint(other[key]), "\u2069") {
			t.Errorf("%s: %s opens an isolate and does not close it, or the other way about", place, key)
		}
	}
}

// forms are the plural forms of a text; of one that has none, itself.
func forms(text any) map[string]string {
	all := map[string]string{}
	switch text := text.(type) {
	case string:
		all["other"] = text
	case map[string]any:
		for form, said := range text {
			all[form], _ = said.(string)
		}
	}
	return all
}

// values lists the values that a text takes.
func values(text string) []string {
	found := value.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func subset(of, all []string) bool {
	return !slices.ContainsFunc(of, func(one string) bool { return !slices.Contains(all, one) })
}

func TestOnlyOtherLanguagesNeedAModule(t *testing.T) {
	if english, _ := Of(Default); english.Module() != nil {
		t.Error("English is compiled into the scripts")
	}
	german, _ := Of("de")
	texts, found := strings.CutPrefix(string(german.Module()), `globalThis[Symbol.for("awaitgo.language")]={tag:"de",direction:"ltr",texts:`)
	if !found {
		t.Fatalf("German: %s", german.Module())
	}
	var sections map[string]json.RawMessage
	if err := json.Unmarshal([]byte(strings.TrimSuffix(texts, "};\n")), &sections); err != nil {
		t.Fatal(err)
	}
	if got, want := slices.Sorted(maps.Keys(sections)), slices.Sorted(maps.Keys(german.Scripts)); !slices.Equal(got, want) {
		t.Errorf("the module has the sections %q; the file %q", got, want)
	}
	if _, ok := sections["page"]; ok {
		t.Error("pages are built with their texts and need them not again")
	}
	if _, ok := Of("../en"); ok {
		t.Error("a path is no language")
	}
}
