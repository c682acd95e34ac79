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
	Zip    *int   `json:"zip,omitempty"`
}

type Person struct {
	Name    string         `json:"name"`
	Age     int            `json:"age,omitempty"`
	Emails  []string       `json:"emails"`
	Addr    *Address       `json:"addr,omitempty"`
	Meta    map[string]any `json:"meta,omitempty"`
	secret  string
	Skip    string            `json:"-"`
	Score   float64           `json:",string"`
	Tags    map[string]string `json:"tags"`
	Created time.Time         `json:"created"`
}

func main() {
	zip := 1234
	p := Person{Name: "Ann <&>", Emails: nil, Addr: &Address{"Main", &zip}, secret: "x", Skip: "y", Score: 1.5,
		Created: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC), Meta: map[string]any{"b": []int{1}, "a": nil}}
	b, err := json.Marshal(p)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(map[string]any{"z": 1, "a": []Address{{"x", nil}}}, ">", "  ")
	fmt.Println(string(b))
	var q Person
	err = json.Unmarshal([]byte(`{"name":"Bob","age":7,"emails":["a","b"],"addr":{"street":"S"},"unknown":1,"Score":"2.25","tags":{"k":"v"}}`), &q)
	fmt.Println(q.Name, q.Age, q.Emails, q.Addr.Street, q.Addr.Zip == nil, q.Score, q.Tags, err)
	var anyv any
	err = json.Unmarshal([]byte(`{"n": 1, "s": ["x", true, null, {"y": 1.5e3}]}`), &anyv)
	fmt.Println(anyv, err)
	m := anyv.(map[string]any)
	for _, v := range m["s"].([]any) {
		fmt.Printf("%T ", v)
	}
	fmt.Printf("%T\n", m["n"])
	for _, bad := range []string{`{`, `{"name": 5}`, `[1,2`, `{"age": "x"}`, `nope`, `{"age": 1.5}`} {
		var r Person
		err := json.Unmarshal([]byte(bad), &r)
		fmt.Printf("%T %v\n", err, err)
	}
	dec := json.NewDecoder(strings.NewReader(`{"street":"one"} {"street":"two"}`))
	for dec.More() {
		var a Address
		if err := dec.Decode(&a); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(a.Street)
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	enc.Encode(map[string]int{"<b>": 1})
	fmt.Println(json.Valid([]byte(`{"a":1}`)), json.Valid([]byte(`{a:1}`)))
	raw := json.RawMessage(`{"pre":"made"}`)
	b, _ = json.Marshal([]any{raw, 'x', "q\"uote", 1e21, int64(1) << 53, []byte("hi"), struct{}{}})
	fmt.Println(string(b))
}
