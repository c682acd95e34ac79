package server

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"awaitgo/wasm/checker/operation"
)

func TestEncodeWritesTheJSONOfTheTags(t *testing.T) {
	r := Range{"a \"b\".go", 1, 2}
	answers := []Answer{
		{ID: 1},
		{ID: 2, Error: "No \\ way,\n\t\x01 é 😀"},
		{ID: 3, Check: &Check{Text: "x", Diagnostics: []Diagnostic{}, Unavailable: []Import{}}},
		{ID: 4, Check: &Check{"x", []Diagnostic{{r, 1, 2, "m", "t", "error", "h"}, {r, 1, 2, "m", "t", "error", ""}}, []Import{{r, 1, 2, "p", "m"}, {}}}},
		{ID: 5, Complete: &Complete{7, []Proposal{{"a", "b", "c", "d", 1, "e"}, {Label: "x"}}}},
		{ID: 6, Describe: &Description{r, "c", "d"}},
		{ID: 7, Define: &r},
		{ID: 8, Rename: &Rename{r, []Edit{{r, "t"}, {r, ""}}}},
		{ID: 9, Format: []Edit{}},
		{ID: 10, Hint: "h"},
		{ID: 11, Operations: []operation.Operation{}},
		{ID: 12, Operations: []operation.Operation{
			{File: "f", Line: 1, Last: 2, Kind: "lock", Name: "n", Type: "mutex"},
			{Kind: "select", Cases: []operation.Case{{Line: 1, Send: true, Name: "c"}, {}}},
		}},
	}
	for _, a := range answers {
		var got Answer
		decoder := json.NewDecoder(bytes.NewReader(a.Encode()))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&got); err != nil {
			t.Errorf("%s: %v", a.Encode(), err)
		} else if !reflect.DeepEqual(got, a) {
			t.Errorf("%s reads as %+v", a.Encode(), got)
		}
	}
}

func TestDecodeReadsWhatIsWritten(t *testing.T) {
	q := Question{3, "check", map[string]string{"main.go": "package main\n\n// \"é\\😀\x01\u2028\t\r\b\f", "b.go": ""}, "main.go", 12, "new", true, "t"}
	for _, q := range []Question{q, {Files: map[string]string{}}} {
		line, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(append(line, '\n'))
		if err != nil || !reflect.DeepEqual(got, q) {
			t.Errorf("%s reads as %+v, %v", line, got, err)
		}
	}
	got, err := Decode([]byte(`{"id":1,"text":"\ud83d\ude00 \ud83d"}` + "\n"))
	if err != nil || got.Text != "😀 \ufffd" {
		t.Errorf("got %q, %v", got.Text, err)
	}
}

func TestDecodeRefusesWhatIsNoQuestion(t *testing.T) {
	for _, line := range []string{"", "{", "[]", `{"id":"x"}`, `{"other":1}`, `{"kind":"x`, `{"at":1e3}`, `{"text":"\u12"}`} {
		if q, err := Decode([]byte(line)); err == nil {
			t.Errorf("%s reads as %+v", line, q)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(`{"id":1,"files":{"a":"b\n"}}`)
	f.Fuzz(func(t *testing.T, line string) {
		Decode([]byte(line)) // an error, never a panic
	})
}
