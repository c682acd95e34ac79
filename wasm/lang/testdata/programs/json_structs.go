package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

type Address struct {
	Street string `json:"street"`
	Zip    string `json:"zip,omitempty"`
}
type Person struct {
	Name    string         `json:"name"`
	Age     int            `json:"age"`
	Email   *string        `json:"email,omitempty"`
	Tags    []string       `json:"tags"`
	Addr    Address        `json:"addr"`
	Meta    map[string]any `json:"meta,omitempty"`
	secret  int
	Skip    string `json:"-"`
	Plain   float64
	Level   Level
	When    time.Duration
	Friends []*Person         `json:",omitempty"`
	M       map[Level]Address `json:"m"`
	I       any
}
type Level int

type Temp struct{ c float64 }

func (t Temp) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`"%.1fC"`, t.c)), nil }

func main() {
	p := Person{Name: "Ann <3", Age: 30, Tags: nil, Addr: Address{"Main", ""}, secret: 5, Skip: "x", Level: 2, I: Address{"in", "any"}}
	p.Friends = append(p.Friends, &Person{Name: "Bob"})
	b, err := json.Marshal(p)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(map[string]any{"a": 1, "p": Address{"s", "z"}, "t": Temp{36.6}}, "", "  ")
	fmt.Println(string(b))
	var q Person
	err = json.Unmarshal([]byte(`{"name":"Cid","age":7,"email":"c@x","tags":["a","b"],"addr":{"street":"S","zip":"9"},"meta":{"k":[1,"x",null]},"Level":3,"secret":9,"Friends":[{"name":"D"}]}`), &q)
	fmt.Println(q.Name, q.Age, *q.Email, q.Tags, q.Addr, q.Meta, q.Level, q.secret, q.Friends[0].Name, err)
	err = json.Unmarshal([]byte(`{"age":"old"}`), &q)
	fmt.Println(err)
	err = json.Unmarshal([]byte(`{bad`), &q)
	fmt.Println(err)
	var list []Address
	fmt.Println(json.NewDecoder(strings.NewReader(`[{"street":"1"},{"street":"2"}]`)).Decode(&list), list)
	json.NewEncoder(os.Stdout).Encode([]Person{{Name: "E"}})
	var anything any
	json.Unmarshal([]byte(`{"x":[1,2,{"y":true}]}`), &anything)
	fmt.Println(anything)
	m := map[string]int{}
	json.Unmarshal([]byte(`{"a":1}`), &m)
	fmt.Println(m, json.Valid([]byte(`{}`)))
}
