package rt

import (
	"fmt"
	"os"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

// goroutine is what is known of a goroutine that runs the program's code.
type goroutine struct {
	id      int
	name    string // the function it began with
	creator string // the function that started it; empty for main
	parent  int
	created int // site

	wait     string // in Go's words; empty while it runs
	waitSite int
	site     int // where it last did something that can panic

	deferring *Panic   // offered to a deferred function that is about to run
	panics    []*Panic // being handled, oldest first
}

var registry struct {
	lock
	byG  map[uintptr]*goroutine
	next int

	mainLeft bool // by runtime.Goexit
}

// current returns the goroutine that calls it. One that library code started is
// made known now.
func current() *goroutine {
	g := getg()
	registry.Lock()
	defer registry.Unlock()
	known := registry.byG[g]
	if known == nil {
		known = register(g, &goroutine{name: "main.func", creator: "", created: 0})
	}
	return known
}

// register is called with the registry locked.
func register(g uintptr, gr *goroutine) *goroutine {
	if registry.byG == nil {
		registry.byG = map[uintptr]*goroutine{}
	}
	registry.next++
	gr.id = registry.next
	registry.byG[g] = gr
	return gr
}

func forget() {
	g := getg()
	registry.Lock()
	delete(registry.byG, g)
	registry.Unlock()
}

func (g *goroutine) block(wait string, site int) { g.wait, g.waitSite, g.site = wait, site, site }
func (g *goroutine) unblock()                    { g.wait = "" }

// at notes where the current goroutine is.
func at(site int) { current().site = site }

// At says where the program's next call of compiled code stands, for the event log; 0
// for nowhere.
func At(site int) { tellAt(uint32(site)) }

// itself is At for what the program does to a channel.
func itself(site int) { tellOn(uint32(site), 0, ^uintptr(0)) }

// On is At for a call of a method of the pointer, and for making a channel if it is nil.
func On(site int, pointer any) {
	if pointer == nil {
		itself(site)
		return
	}
	p := reflect.ValueOf(Unwrap(pointer))
	if p.Kind() != reflect.Pointer {
		tellAt(uint32(site))
		return
	}
	tellOn(uint32(site), p.Pointer(), p.Type().Elem().Size())
}

// Main runs the program: what comes before main, and main.
func Main(main func()) {
	g := getg()
	registry.Lock()
	register(g, &goroutine{name: "main.main"})
	registry.Unlock()
	begin(mode)
	returned := false
	defer func() {
		if !returned { // it called runtime.Goexit, and the other goroutines go on
			forget()
			registry.Lock()
			registry.mainLeft = true
			registry.Unlock()
		}
	}()
	defer crash()
	main()
	returned = true
}

// Go starts a goroutine for a go statement.
func Go(name, creator string, site int, f func()) {
	start(name, creator, site, f)
}

func start(name, creator string, site int, f func()) {
	if f == nil {
		at(site)
		fatal("go of nil func value")
	}
	gr := &goroutine{name: name, creator: creator, created: site, parent: current().id}
	tellAt(uint32(site))
	defer tellAt(0)
	go func() {
		g := getg()
		registry.Lock()
		register(g, gr)
		registry.Unlock()
		defer forget()
		defer crash()
		f()
	}()
}

// Goroutine wraps a function that compiled code will start a goroutine for.
func Goroutine(name, creator string, site int, f func()) func() {
	parent := current().id
	return func() {
		enter(&goroutine{name: name, creator: creator, created: site, parent: parent})
		defer forget()
		defer crash()
		f()
	}
}

// GoroutineErr is Goroutine for functions that return an error.
func GoroutineErr(name, creator string, site int, f func() error) func() error {
	parent := current().id
	return func() error {
		enter(&goroutine{name: name, creator: creator, created: site, parent: parent})
		defer forget()
		defer crash()
		return f()
	}
}

func enter(gr *goroutine) {
	g := getg()
	registry.Lock()
	register(g, gr)
	registry.Unlock()
}

// NumGoroutine counts the program's goroutines.
func NumGoroutine() int {
	registry.Lock()
	defer registry.Unlock()
	return len(registry.byG)
}

// WaitGroupGo is (*sync.WaitGroup).Go.
func WaitGroupGo(wg *sync.WaitGroup, name, creator string, site int, f func()) {
	tellAt(uint32(site))
	wg.Add(1)
	start(name, creator, site, func() {
		defer wg.Done()
		f()
	})
}

func WaitGroupWait(wg *sync.WaitGroup, site int) {
	g := current()
	g.block("sync.WaitGroup.Wait", site)
	wg.Wait()
	g.unblock()
}

func MutexLock(m *sync.Mutex, site int) {
	if m.TryLock() {
		return
	}
	g := current()
	g.block("sync.Mutex.Lock", site)
	m.Lock()
	g.unblock()
}

func RWMutexLock(m *sync.RWMutex, site int) {
	g := current()
	g.block("sync.RWMutex.Lock", site)
	m.Lock()
	g.unblock()
}

func RWMutexRLock(m *sync.RWMutex, site int) {
	g := current()
	g.block("sync.RWMutex.RLock", site)
	m.RLock()
	g.unblock()
}

func CondWait(c *sync.Cond, site int) {
	g := current()
	g.block("sync.Cond.Wait", site)
	c.Wait()
	g.unblock()
}

func Sleep(d time.Duration, site int) {
	g := current()
	g.block("sleep", site)
	time.Sleep(d)
	g.unblock()
}

// Exit ends the process at once.
func Exit(code int) { os.Exit(code) }

var files []string

// Files names the program's files; a site is an index into them and a line.
func Files(names ...string) { files = names }

// fileLine is what a site stands for; line 0 if it stands for nothing.
func fileLine(site int) (file string, line int) {
	i := site / 1_000_000
	if site == 0 || i >= len(files) {
		return "", 0
	}
	return files[i], site % 1_000_000
}

func place(site int) string {
	file, line := fileLine(site)
	if line == 0 {
		return ""
	}
	return fmt.Sprintf("./%s:%d", file, line)
}

// span is where a function of the program is.
type span struct {
	name        string
	first, last int // sites
}

var spans []span

// Functions takes the spans of all functions: lines of name, first and last site,
// separated by tabs.
func Functions(table string) {
	for _, line := range strings.Split(table, "\n") {
		if f := strings.Split(line, "\t"); len(f) == 3 {
			first, _ := strconv.Atoi(f[1])
			last, _ := strconv.Atoi(f[2])
			spans = append(spans, span{f[0], first, last})
		}
	}
}

// functionAt names the innermost function at a site.
func functionAt(site int) string {
	best := span{last: 1 << 62}
	for _, s := range spans {
		if s.first <= site && site <= s.last && s.last-s.first <= best.last-best.first {
			best = s
		}
	}
	return best.name
}

// frame is a function and a line as Go's traces show them.
func frame(name string, site int) string {
	call := "(...)"
	if name == "main.main" {
		call = "()"
	}
	text := name + call + "\n"
	if p := place(site); p != "" {
		text += "\t" + p + "\n"
	}
	return text
}

func (g *goroutine) trace(state string, site int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "goroutine %d [%s]:\n", g.id, state)
	if inner := functionAt(site); inner != "" && inner != g.name {
		b.WriteString(frame(inner, site))
		site = 0
	}
	b.WriteString(frame(g.name, site))
	if g.creator != "" {
		fmt.Fprintf(&b, "created by %s in goroutine %d\n", g.creator, g.parent)
		if p := place(g.created); p != "" {
			b.WriteString("\t" + p + "\n")
		}
	}
	return b.String()
}

// Goroutines describes the goroutines that wait, as Go does on a deadlock.
func Goroutines() string {
	registry.Lock()
	defer registry.Unlock()
	var list []*goroutine
	for _, g := range registry.byG {
		if g.wait != "" {
			list = append(list, g)
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].id < list[j].id })
	var parts []string
	for _, g := range list {
		parts = append(parts, g.trace(g.wait, g.waitSite))
	}
	return strings.Join(parts, "\n")
}

// Deadlock ends the process as Go does when all goroutines are asleep.
func Deadlock() {
	site, text := 0, "all goroutines are asleep"
	registry.Lock()
	for _, g := range registry.byG {
		if g.id == 1 {
			site = g.waitSite
		}
	}
	if registry.mainLeft && len(registry.byG) == 0 {
		text = "no goroutines (main called runtime.Goexit)"
	}
	registry.Unlock()
	die("deadlock", "fatal error: "+text+" - deadlock!\n\n"+Goroutines(), site)
}

func fatal(text string) {
	g := current()
	die("fatal", "fatal error: "+text+"\n\n"+g.trace("running", g.site), g.site)
}
