package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

type Base struct {
	ID   int    `json:"id"`
	Kind string `json:"kind,omitempty"`
}

type Meta struct {
	Kind  string
	Notes []string `json:"notes,omitempty"`
}

type hidden struct{ Shown, Kind int }

type Doc struct {
	Base
	*Meta
	hidden
	Title string    `json:"title"`
	Size  int64     `json:"size,string"`
	At    time.Time `json:"at"`
	When  time.Time `json:"when,omitzero"`
	Any   any       `json:"any"`
	Sub   []Doc     `json:"sub,omitempty"`
	on    bool
}

type Level int

func (l *Level) MarshalText() ([]byte, error) {
	if *l < 0 {
		return nil, errors.New("negative level")
	}
	return []byte(strings.Repeat("!", int(*l))), nil
}

type Secret string

func (Secret) MarshalJSON() ([]byte, error) { return []byte(`{"secret": "<hidden>"}`), nil }

type Box struct {
	L  Level
	P  *Level
	Ls []Level
	M  map[string]Level
	S  Secret
	By map[Secret]Secret
}

type Node struct {
	Val  int
	Next *Node `json:",omitempty"`
}

type Bytes []byte
type Weird struct {
	B    Bytes
	F    float64
	Arr  [2]Secret
	E    error
	N    interface{ Name() string }
	Omit struct{ X int } `json:",omitempty"`
	Ptr  **int
}

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Println(string(b), err)
}

func main() {
	at := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
	d := Doc{Base: Base{ID: 1}, Title: "<a&b>", Size: 5, At: at, Any: Base{2, "x"}, hidden: hidden{Shown: 3}}
	show(d)
	d.Meta = &Meta{Kind: "k", Notes: []string{"n"}}
	d.Sub = []Doc{{Title: "inner", When: at}}
	show(&d)
	three := Level(3)
	box := Box{L: 1, P: &three, Ls: []Level{1, 2}, M: map[string]Level{"a": 2}, S: "x", By: map[Secret]Secret{"k": "v"}}
	show(box)
	show(&box)
	show(Node{1, &Node{2, &Node{Val: 3}}})
	n := 5
	p := &n
	show(Weird{B: Bytes("hi"), F: 1e21, Ptr: &p, E: errors.New("e")})
	bad := Level(-1)
	show(map[string]any{"bad": &bad})
	show([]*Level{&bad})
	show(func() {})
	show(struct{ C chan Base }{})
	b, err := json.MarshalIndent([]Secret{"a"}, "", "  ")
	fmt.Println(string(b), err)
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent(">", "\t")
	fmt.Println(e.Encode(Node{Val: 1}), e.Encode(map[Secret]Node{"<k>": {}}), e.Encode(&bad))
}
