package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"os"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

type slowReader struct {
	data string
	step int
}

func (r *slowReader) Read(p []byte) (int, error) {
	if len(r.data) == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.step)], r.data)
	r.data = r.data[n:]
	return n, nil
}

type lineWriter struct{ lines []string }

func (w *lineWriter) Write(p []byte) (int, error) {
	w.lines = append(w.lines, strings.TrimRight(string(p), "\n"))
	return len(p), nil
}

type limitedWriter int

var errFull = errors.New("full")

func (w *limitedWriter) Write(p []byte) (int, error) {
	if len(p) > int(*w) {
		n := int(*w)
		*w = 0
		return n, errFull
	}
	*w -= limitedWriter(len(p))
	return len(p), nil
}

type spinLock struct {
	mu    sync.Mutex
	locks int
}

func (s *spinLock) Lock()   { s.mu.Lock(); s.locks++ }
func (s *spinLock) Unlock() { s.mu.Unlock() }

type fixedSource struct{ n int64 }

func (f *fixedSource) Int63() int64    { f.n += 1 << 40; return f.n & (1<<63 - 1) }
func (f *fixedSource) Seed(seed int64) { f.n = seed }

type valueCtx struct {
	context.Context
	k, v any
}

func (c valueCtx) Value(k any) any {
	if k == c.k {
		return c.v
	}
	return c.Context.Value(k)
}

type closer struct {
	io.Writer
	closed bool
}

func (c *closer) Close() error { c.closed = true; return nil }

func main() {
	sc := bufio.NewScanner(&slowReader{"one two\nthree\n\nfour", 3})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader("a,b,,c"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if i := bytes.IndexByte(data, ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, nil
		}
		return 0, nil, nil
	})
	for sc.Scan() {
		fmt.Printf("[%s]", sc.Text())
	}
	fmt.Println()
	lw := &lineWriter{}
	fmt.Fprintln(lw, "x", 1)
	io.Copy(lw, &slowReader{"yz", 1})
	tw := tabwriter.NewWriter(lw, 0, 4, 1, ' ', 0)
	fmt.Fprint(tw, "a\tb\n")
	tw.Flush()
	fmt.Printf("%q\n", lw.lines)
	w := limitedWriter(5)
	n, err := fmt.Fprint(&w, "12345678")
	fmt.Println(n, err, err == errFull, w)
	bw := bufio.NewWriter(&w)
	bw.WriteString("more")
	fmt.Println(bw.Flush())
	var sl spinLock
	cond := sync.NewCond(&sl)
	go func() {
		sl.Lock()
		defer sl.Unlock()
		cond.Broadcast()
	}()
	sl.Lock()
	cond.Wait()
	sl.Unlock()
	fmt.Println(sl.locks > 2)
	r := rand.New(&fixedSource{})
	fmt.Println(r.Int63(), r.Intn(10) < 10)
	ctx, cancel := context.WithTimeout(valueCtx{context.Background(), "k", 42}, 20*time.Millisecond)
	defer cancel()
	child := valueCtx{ctx, "j", "inner"}
	<-child.Done()
	fmt.Println(child.Err(), child.Value("k"), child.Value("j"), child.Value("zz"))
	var wc io.WriteCloser = &closer{Writer: os.Stdout}
	fmt.Fprintln(wc, "through")
	wc.Close()
	fmt.Println(wc.(*closer).closed)
	rd, ok := io.Reader(&slowReader{}).(io.ByteReader)
	fmt.Println(rd, ok)
	br := bufio.NewReader(&slowReader{"first\nsecond", 2})
	line, err := br.ReadString('\n')
	rest, err2 := br.ReadString('\n')
	fmt.Printf("%q %v %q %v\n", line, err, rest, err2)
	var a, b int
	fmt.Fscan(&slowReader{"12 34", 1}, &a, &b)
	fmt.Println(a + b)
}
