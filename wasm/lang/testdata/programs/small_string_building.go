package main

import (
	"bytes"
	"fmt"
	"strings"
)

type Indent int

func (i Indent) String() string { return strings.Repeat("  ", int(i)) }

type Doc struct {
	strings.Builder
	depth Indent
}

func (d *Doc) Open(tag string, attrs ...string) *Doc {
	fmt.Fprintf(d, "%v<%s", d.depth, tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		fmt.Fprintf(d, " %s=%q", attrs[i], attrs[i+1])
	}
	d.WriteString(">\n")
	d.depth++
	return d
}

func (d *Doc) Text(s string) *Doc { fmt.Fprintln(d, d.depth.String()+s); return d }
func (d *Doc) Close(tag string) *Doc {
	d.depth--
	fmt.Fprintf(d, "%v</%s>\n", d.depth, tag)
	return d
}

func main() {
	var d Doc
	d.Open("ul", "class", "x \"y\"").Open("li").Text("one").Close("li").Close("ul")
	fmt.Print(d.String())
	fmt.Println(d.Len(), d.depth)
	var buf bytes.Buffer
	for i := 3; i > 0; i-- {
		fmt.Fprint(&buf, i, " ")
	}
	buf.Truncate(buf.Len() - 1)
	b, _ := buf.ReadByte()
	rest := buf.String()
	fmt.Printf("%c|%s|%d\n", b, rest, buf.Len())
	s := ""
	for r := 'a'; r < 'f'; r++ {
		s = string(r) + s + strings.ToUpper(string(r))
	}
	fmt.Println(s, len(s), s[len(s)/2:])
	t := strings.Join(strings.Split("a-b-c", "-"), "")
	t += fmt.Sprintf("%03d", 7)
	fmt.Println(t, strings.Contains(t, "c0"), strings.Fields("  x   y "), strings.TrimSpace("\t z \n"))
}
