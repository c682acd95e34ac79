package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

type Level int

func (l Level) MarshalJSON() ([]byte, error) {
	return json.Marshal(strings.Repeat("*", int(l)))
}

type Temp float64

func (t Temp) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("%.1fC", float64(t))), nil }

type Report struct {
	L    Level
	T    Temp
	Ls   []Level
	ByT  map[Temp]int
	Ptr  *Level
	Fail failing `json:"-"`
}

type failing struct{}

func (failing) MarshalJSON() ([]byte, error) { return nil, fmt.Errorf("no way") }

func main() {
	three := Level(3)
	b, err := json.Marshal(Report{L: 2, T: 36.6, Ls: []Level{1, 2}, ByT: map[Temp]int{1.5: 1}, Ptr: &three})
	fmt.Println(string(b), err)
	b, err = json.Marshal([]any{Level(1), Temp(2)})
	fmt.Println(string(b), err)
	_, err = json.Marshal(failing{})
	fmt.Println(err)
}
