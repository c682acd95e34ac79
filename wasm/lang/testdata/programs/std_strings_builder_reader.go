package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, b := range p[:n] {
		switch {
		case b >= 'a' && b <= 'z':
			p[i] = 'a' + (b-'a'+13)%26
		case b >= 'A' && b <= 'Z':
			p[i] = 'A' + (b-'A'+13)%26
		}
	}
	return n, err
}

type counting struct {
	w io.Writer
	n int
}

func (c *counting) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += n
	return n, err
}

type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func main() {
	io.Copy(os.Stdout, rot13{strings.NewReader("Lbh penpxrq gur pbqr!\n")})
	c := &counting{w: os.Stdout}
	fmt.Fprintf(c, "hello %d\n", 42)
	io.WriteString(c, "more\n")
	fmt.Println(c.n)
	b := make([]byte, 4)
	n, err := io.ReadFull(io.LimitReader(endless('x'), 3), b)
	fmt.Println(n, err, string(b[:n]))
	var buf bytes.Buffer
	mw := io.MultiWriter(&buf, c)
	fmt.Fprint(mw, "both\n")
	buf.WriteByte('!')
	fmt.Printf("%q %d\n", buf.String(), buf.Len())
	all, err := io.ReadAll(io.MultiReader(strings.NewReader("one "), &buf, rot13{strings.NewReader("gjb")}))
	fmt.Printf("%q %v\n", all, err)
	r := io.TeeReader(strings.NewReader("teed"), &buf)
	io.Copy(io.Discard, r)
	fmt.Println(buf.String())
	sr := strings.NewReader("seekable")
	sr.Seek(4, io.SeekStart)
	rest, _ := io.ReadAll(sr)
	fmt.Println(string(rest))
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through a pipe")
		pw.Close()
	}()
	got, _ := io.ReadAll(pr)
	fmt.Println(string(got))
	rep := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(rep.Replace("<b>"))
	fmt.Println(strings.Cut("k=v=w", "="))
	before, ok := strings.CutPrefix("prefix-rest", "prefix-")
	fmt.Println(before, ok, strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","), strings.LastIndex("go gopher", "go"))
	fmt.Println(strings.TrimLeft("xxhixx", "x"), strings.TrimSuffix("a.go", ".go"), strings.Index("chicken", "ken"), strings.Count("cheese", "e"), strings.Count("abc", ""))
	fmt.Println(strings.Join([]string{"a", "b"}, "-"), strings.HasPrefix("golang", "go"), strings.TrimFunc("123abc456", func(r rune) bool { return r < 'a' }))
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.ToUpper([]byte("up")), bytes.Contains([]byte("seafood"), []byte("foo")), bytes.Fields([]byte(" a b ")))
}
