package main

import (
	"fmt"
	"io"
	"strings"
)

type Reader interface{ Read() string }
type Writer interface{ Write(string) int }
type Closer interface{ Close() error }
type ReadWriter interface {
	Reader
	Writer
}
type File interface {
	ReadWriter
	Closer
	fmt.Stringer
}

type mem struct {
	buf    []string
	closed bool
}

func (m *mem) Read() string {
	if len(m.buf) == 0 {
		return ""
	}
	s := m.buf[0]
	m.buf = m.buf[1:]
	return s
}
func (m *mem) Write(s string) int { m.buf = append(m.buf, s); return len(s) }
func (m *mem) Close() error {
	if m.closed {
		return io.ErrClosedPipe
	}
	m.closed = true
	return nil
}
func (m mem) String() string { return fmt.Sprintf("mem(%s,%t)", strings.Join(m.buf, "|"), m.closed) }

type logged struct {
	ReadWriter
	log *[]string
}

func (l logged) Write(s string) int {
	*l.log = append(*l.log, "write "+s)
	return l.ReadWriter.Write(s) * 10
}

type half struct{ Reader }

type onlyWrite func(string) int

func (o onlyWrite) Write(s string) int { return o(s) }

func copyAll(dst Writer, src Reader) (n int) {
	for s := src.Read(); s != ""; s = src.Read() {
		n += dst.Write(s)
	}
	return
}

func main() {
	var f File = &mem{}
	f.Write("a")
	f.Write("bc")
	var log []string
	l := logged{f, &log}
	l.Write("d")
	fmt.Println(f, log, l.ReadWriter == ReadWriter(f))
	total := 0
	n := copyAll(onlyWrite(func(s string) int { total += len(s); return 1 }), l)
	fmt.Println(n, total, f)
	fmt.Println(f.Close(), f.Close())
	var rw ReadWriter = l
	_, isFile := rw.(File)
	_, isCloser := rw.(Closer)
	w, isWriter := rw.(Writer)
	fmt.Println(isFile, isCloser, isWriter, w.Write("x"))
	h := half{f}
	fmt.Println(h.Read(), Reader(h).(half).Reader == Reader(f))
	var c interface {
		Closer
		Reader
	} = f
	fmt.Println(c.Close() == io.ErrClosedPipe)
	m := map[Reader]string{f: "file", h: "half"}
	fmt.Println(m[f], m[half{f}], len(m))
	var nilRW ReadWriter
	defer func() {
		fmt.Println("recovered:", recover() != nil)
		var w2 Writer = nilRW
		fmt.Println(w2 == nil)
	}()
	logged{nilRW, &log}.Read()
}
