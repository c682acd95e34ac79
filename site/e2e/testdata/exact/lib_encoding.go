package main

import (
	"bytes"
	"compress/gzip"
	"encoding/ascii85"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"os"
	"strings"
)

type animal struct {
	XMLName xml.Name       `json:"-" xml:"animal"`
	Name    string         `json:"name" xml:"name,attr"`
	Legs    *int           `json:"legs,omitempty" xml:"legs,omitempty"`
	Tags    []string       `json:"tags" xml:"tags>tag"`
	More    map[string]any `json:"more" xml:"-"`
	hidden  int
}

type celsius float64

func (c celsius) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, `"%.1f °C"`, float64(c)), nil }

func (c *celsius) UnmarshalText(text []byte) error {
	_, err := fmt.Sscanf(string(text), "%f °C", (*float64)(c))
	return err
}

func main() {
	cow := animal{Name: "cow", Legs: new(4), Tags: []string{"a", "<b>"}, More: map[string]any{"z": 1, "a": nil}, hidden: 1}
	text, err := json.MarshalIndent(cow, "", " ")
	fmt.Println(string(text), err)
	var back animal
	err = json.Unmarshal([]byte(`{"name": "ant", "legs": "six"}`), &back)
	fmt.Println(back.Name, err)
	text, _ = json.Marshal(map[string]celsius{"warm": 21.55})
	fmt.Println(string(text))
	var temperatures map[string]celsius
	fmt.Println(json.Unmarshal(text, &temperatures), temperatures)
	text, err = xml.MarshalIndent(cow, "", " ")
	fmt.Println(string(text), err)
	fmt.Println(xml.Unmarshal(text, &back), back.Name, back.Tags)

	var store bytes.Buffer
	fmt.Println(gob.NewEncoder(&store).Encode(map[string][]int{"a": {1, 2}}))
	var got map[string][]int
	fmt.Println(gob.NewDecoder(&store).Decode(&got), got)

	rows, err := csv.NewReader(strings.NewReader("a,\"b,c\"\n1,2\n")).ReadAll()
	fmt.Printf("%q %v\n", rows, err)
	fmt.Print(hex.Dump([]byte("hexadecimal")))
	fmt.Println(base64.StdEncoding.EncodeToString([]byte("base64")), base32.StdEncoding.EncodeToString([]byte("base32")))
	encoded := make([]byte, ascii85.MaxEncodedLen(5))
	fmt.Println(string(encoded[:ascii85.Encode(encoded, []byte("hello"))]))
	fmt.Println(binary.BigEndian.AppendUint32(nil, 0xcafe), binary.Size(struct{ A uint16 }{}))
	pem.Encode(os.Stdout, &pem.Block{Type: "NOTE", Bytes: []byte("pem")})
	fmt.Println(html.EscapeString("<a & b>"), html.UnescapeString("&eacute;"))

	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	io.WriteString(w, strings.Repeat("compress ", 100))
	w.Close()
	r, _ := gzip.NewReader(&packed)
	plain, err := io.ReadAll(r)
	fmt.Println(len(plain), err)
}
