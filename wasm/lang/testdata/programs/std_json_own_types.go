package main

import (
	"encoding/json"
	"fmt"
)

type Color int

const (
	Red Color = iota
	Green
)

func (c Color) String() string { return []string{"red", "green"}[c] }

type Status string

type Item struct {
	ID     int     `json:"id"`
	Color  Color   `json:"color"`
	Status Status  `json:"status"`
	Prices []Price `json:"prices"`
	Sub    *Item   `json:"sub,omitempty"`
}

type Price float64
type Catalog map[Status][]Item
type Base struct {
	ID   int
	Kind string
}
type Derived struct {
	Base
	Name string
}

func main() {
	it := Item{1, Green, "new", []Price{1.5, 2}, &Item{ID: 2}}
	b, err := json.Marshal(it)
	fmt.Println(string(b), err)
	b, err = json.Marshal(Catalog{"x": {it}, "a": nil})
	fmt.Println(string(b), err)
	b, err = json.Marshal(Derived{Base{7, "k"}, "n"})
	fmt.Println(string(b), err)
	b, err = json.Marshal([]any{Red, Status("s"), Price(2), it.Sub, []Color{0, 1}, map[string]Color{"c": 1}})
	fmt.Println(string(b), err)
	_, err = json.Marshal(make(chan int))
	fmt.Println(err)
	_, err = json.Marshal(map[string]any{"f": func() {}})
	fmt.Println(err)
	b, err = json.Marshal(struct {
		A int    `json:"a"`
		B string `json:"b,omitempty"`
		C any    `json:"c"`
		D [2]bool
	}{A: 1, C: it.Status})
	fmt.Println(string(b), err)
}
