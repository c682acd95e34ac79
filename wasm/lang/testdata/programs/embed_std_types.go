package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

type Lap struct {
	time.Duration
	n int
}

type Stamp struct{ time.Time }

type Logger struct {
	*log.Logger
	count int
}

func (l *Logger) Println(v ...any) { l.count++; l.Logger.Println(append([]any{"#", l.count}, v...)...) }

type Upper struct{ io.Reader }

func (u Upper) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	copy(p, strings.ToUpper(string(p[:n])))
	return n, err
}

type byLen struct{ sort.StringSlice }

func (b byLen) Less(i, j int) bool { return len(b.StringSlice[i]) < len(b.StringSlice[j]) }

type reverse struct{ sort.Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

type failure struct {
	error
	code int
}

type guarded struct {
	sync.RWMutex
	m map[string]int
}

type named struct {
	fmt.Stringer
	n int
}

type MyDuration time.Duration
type Header map[string][]string

func (h Header) Add(k, v string) { h[k] = append(h[k], v) }

func main() {
	l := Lap{1500 * time.Millisecond, 2}
	fmt.Println(l, l.Seconds(), l.n, []Lap{l}, l.Duration)
	fmt.Printf("%v %+v %s %d\n", l, l, l, l.n)
	s := Stamp{time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}
	fmt.Println(s, s.Year(), s.AddDate(1, 0, 0).Year(), s.Before(s.Add(time.Hour)))
	lg := &Logger{Logger: log.New(os.Stdout, "log: ", 0)}
	lg.Println("a")
	lg.Printf("%d", 5)
	lg.Println("b")
	io.Copy(os.Stdout, Upper{strings.NewReader("shout\n")})
	words := []string{"ccc", "a", "bb", "dddd"}
	sort.Sort(byLen{words})
	fmt.Println(words)
	sort.Sort(reverse{byLen{words}})
	fmt.Println(words)
	sort.Sort(reverse{sort.IntSlice([]int{1})})
	base := errors.New("base")
	var err error = failure{base, 7}
	fmt.Println(err, errors.Is(err, base), err.(failure).code)
	fmt.Printf("%v %+v %s\n", err, err, err)
	g := guarded{m: map[string]int{}}
	g.Lock()
	g.m["x"]++
	g.Unlock()
	g.RLock()
	fmt.Println(g.m, g.TryLock())
	g.RUnlock()
	n := named{l, 3}
	fmt.Println(n, n.String())
	d := MyDuration(time.Second)
	fmt.Println(d, time.Duration(d), MyDuration(2)+d)
	h := Header{}
	h.Add("a", "1")
	h.Add("a", "2")
	fmt.Println(h, len(h["a"]))
}
