package operation

import (
	"fmt"
	"strings"
	"testing"

	"awaitgo/wasm/checker/program"
	"awaitgo/wasm/export"
)

func load(t *testing.T, source string) *program.Program {
	t.Helper()
	archive, err := export.Open()
	if err != nil {
		t.Fatal(err)
	}
	p := program.NewLoader(archive).Load(map[string]string{"main.go": source})
	if len(p.Errors) > 0 {
		t.Fatalf("%v\n%s", p.Errors, source)
	}
	return p
}

func TestListTellsWhatTheSourceCallsThings(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{`c := make(chan int, 2); c <- 1; <-c; close(c)`, "make c; send c; receive c; close c"},
		{`var s struct{ out chan int }; s.out = make(chan int); for range s.out {}`, "make s.out; receive s.out"},
		{`t := T{done: make(chan bool)}; <-t.done`, "make done; receive t.done"},
		{`use(make(chan int))`, "make make(chan int)"},
		{`list := []chan int{nil}; list[0] <- 1`, "send list[0]"},
		{`m := map[int]int{}; delete(m, 1); _ = make([]int, 3)`, ""},
		{`go f()`, "go f"},
		{`go func() {}()`, "go main.func1"},
		{`_ = func() { go func() {}() }`, "go main.func1.1"},
		{`_ = func() {}; go func(int) {}(1)`, "go main.func2"},
		{`go T{}.method(); go (&T{}).pointer()`, "go T.method; go T.pointer"},
		{`var wg sync.WaitGroup; wg.Add(1); wg.Go(f); wg.Done(); wg.Wait()`, "count wg waitgroup; go f; count wg waitgroup; count wg waitgroup; wait wg waitgroup"},
		{`var mu sync.Mutex; mu.Lock(); defer mu.Unlock()`, "lock mu mutex; unlock mu mutex"},
		{`var t T; t.Lock(); t.rw.RLock(); t.rw.RUnlock(); t.rw.Unlock()`, "lock t mutex; rlock t.rw rwmutex; runlock t.rw rwmutex; unlock t.rw rwmutex"},
		{`var l sync.Locker; l.Lock()`, "lock l mutex"},
		{`var c *sync.Cond; c.Wait(); c.Signal(); c.Broadcast()`, "cond c cond; signal c cond; signal c cond"},
		{`var o sync.Once; o.Do(f)`, "once o once"},
		{`a := make(chan int); select { case a <- 1: case x := <-a: _ = x; case <-time.After(1): default: }`,
			"make a; select (send a, receive a, receive time.After(1)); send a; receive a; receive time.After(1); timer time.After(1) timer"},
		{`time.Sleep(1); t := time.NewTicker(1); t.Stop(); time.AfterFunc(1, f)`, "sleep; timer t ticker; timer t ticker; go f; timer time.AfterFunc(1, f) timer"},
		{`ctx, cancel := context.WithCancel(context.Background()); cancel(); <-ctx.Done()`, "context ctx context; receive ctx.Done()"},
		{`var n int; fmt.Scan(&n); bufio.NewScanner(os.Stdin).Scan()`, "input fmt.Scan; input bufio.NewScanner(os.Stdin)"},
	} {
		source := `package main

import ("bufio"; "context"; "fmt"; "os"; "sync"; "time")

var _, _, _, _, _, _ = bufio.NewReader, context.Background, fmt.Print, os.Exit, sync.OnceFunc, time.Now

type T struct { sync.Mutex; rw sync.RWMutex; done chan bool }

func (T) method() {}
func (*T) pointer() {}
func f() {}
func use(chan int) {}

func main() { ` + test.body + ` }
`
		var got []string
		for _, o := range List(load(t, source)) {
			s := strings.TrimSpace(strings.Join([]string{o.Kind, o.Name, o.Type}, " "))
			if o.Kind == "select" {
				var cases []string
				for _, c := range o.Cases {
					cases = append(cases, map[bool]string{true: "send ", false: "receive "}[c.Send]+c.Name)
				}
				s = "select (" + strings.Join(cases, ", ") + ")"
			}
			got = append(got, s)
		}
		if got := strings.Join(got, "; "); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.body, got, test.want)
		}
	}
}

func TestListTellsLines(t *testing.T) {
	const source = `package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		wg.
			Add(
				1,
			)
	})
	select {
	case <-make(chan int):
	}
}
`
	var got []string
	for _, o := range List(load(t, source)) {
		got = append(got, fmt.Sprintf("%s %d-%d", o.Kind, o.Line, o.Last))
	}
	want := "go 7-7, count 7-7, count 8-11, select 13-13, receive 14-14, make 14-14"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
