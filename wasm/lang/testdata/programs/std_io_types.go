package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

type rot13 byte

func (r rot13) String() string { return string(rune(r)) }

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("broken") }

func main() {
	b, err := io.ReadAll(upper{strings.NewReader("hello")})
	fmt.Println(string(b), err)
	c := &counter{}
	fmt.Fprintf(c, "%d items", 12)
	io.WriteString(c, "more")
	n, _ := io.Copy(io.MultiWriter(c, os.Stdout), strings.NewReader("multi\n"))
	fmt.Println(c.n, n)
	sc := bufio.NewScanner(upper{strings.NewReader("a b\nc d")})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader("x yy zzz"))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Print(len(sc.Text()), " ")
	}
	_, err = io.ReadAll(failing{})
	fmt.Println(err)
	var w io.Writer = c
	if _, ok := w.(*counter); ok {
		fmt.Println("is counter")
	}
	_, isStr := w.(io.StringWriter)
	fmt.Println(isStr)
	r := io.TeeReader(strings.NewReader("tee"), c)
	io.Copy(io.Discard, r)
	fmt.Println(c.n, rot13('x'))
	bw := bufio.NewWriter(os.Stdout)
	defer bw.Flush()
	fmt.Fprintf(bw, "%v|%5s|%-5s|\n", rot13('y'), "a", "b")
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "piped"); pw.Close() }()
	data, _ := io.ReadAll(pr)
	fmt.Fprintln(bw, string(data))
	var sb strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&sb, "%d...", i)
	}
	fmt.Fprintln(bw, sb.String(), sb.Len())
	lr := io.LimitReader(strings.NewReader("limited"), 3)
	data, _ = io.ReadAll(lr)
	fmt.Fprintln(bw, string(data))
}
