package operation

import (
	"go/ast"
	"go/types"
	"strings"
)

// method says what a call of a method is; the operand is what it is called on.
var methods = map[string]struct{ kind, object string }{
	"sync.Mutex.Lock":        {"lock", "mutex"},
	"sync.Mutex.TryLock":     {"lock", "mutex"},
	"sync.Mutex.Unlock":      {"unlock", "mutex"},
	"sync.Locker.Lock":       {"lock", "mutex"},
	"sync.Locker.Unlock":     {"unlock", "mutex"},
	"sync.RWMutex.Lock":      {"lock", "rwmutex"},
	"sync.RWMutex.TryLock":   {"lock", "rwmutex"},
	"sync.RWMutex.Unlock":    {"unlock", "rwmutex"},
	"sync.RWMutex.RLock":     {"rlock", "rwmutex"},
	"sync.RWMutex.TryRLock":  {"rlock", "rwmutex"},
	"sync.RWMutex.RUnlock":   {"runlock", "rwmutex"},
	"sync.WaitGroup.Wait":    {"wait", "waitgroup"},
	"sync.WaitGroup.Add":     {"count", "waitgroup"},
	"sync.WaitGroup.Done":    {"count", "waitgroup"},
	"sync.WaitGroup.Go":      {"count", "waitgroup"},
	"sync.Cond.Wait":         {"cond", "cond"},
	"sync.Cond.Signal":       {"signal", "cond"},
	"sync.Cond.Broadcast":    {"signal", "cond"},
	"sync.Once.Do":           {"once", "once"},
	"time.Timer.Stop":        {"timer", "timer"},
	"time.Timer.Reset":       {"timer", "timer"},
	"time.Ticker.Stop":       {"timer", "ticker"},
	"time.Ticker.Reset":      {"timer", "ticker"},
	"bufio.Scanner.Scan":     {"input", ""},
	"bufio.Reader.ReadLine":  {"input", ""},
	"bufio.Reader.ReadRune":  {"input", ""},
	"bufio.Reader.ReadByte":  {"input", ""},
	"bufio.Reader.ReadSlice": {"input", ""},
	"bufio.Reader.Read":      {"input", ""},
	"bufio.Reader.Peek":      {"input", ""},
	"os.File.Read":           {"input", ""},

	"bufio.Reader.ReadString": {"input", ""},
	"bufio.Reader.ReadBytes":  {"input", ""},

	"golang.org/x/sync/errgroup.Group.Wait":           {"wait", "waitgroup"},
	"golang.org/x/sync/errgroup.Group.Go":             {"count", "waitgroup"},
	"golang.org/x/sync/errgroup.Group.TryGo":          {"count", "waitgroup"},
	"golang.org/x/sync/semaphore.Weighted.Acquire":    {"semaphore", "semaphore"},
	"golang.org/x/sync/semaphore.Weighted.TryAcquire": {"semaphore", "semaphore"},
	"golang.org/x/sync/semaphore.Weighted.Release":    {"semaphore", "semaphore"},
}

// starters call the function that they are given in a goroutine of its own: which
// argument it is.
var starters = map[string]int{
	"sync.WaitGroup.Go":                           0,
	"golang.org/x/sync/errgroup.Group.Go":         0,
	"golang.org/x/sync/errgroup.Group.TryGo":      0,
	"time.AfterFunc":                              1,
	"context.AfterFunc":                           1,
	"golang.org/x/sync/singleflight.Group.DoChan": 1,
}

// functions says what a call of a function is; the operand is what its result is given to.
var functions = map[string]struct{ kind, object string }{
	"time.NewTimer":  {"timer", "timer"},
	"time.After":     {"timer", "timer"},
	"time.AfterFunc": {"timer", "timer"},
	"time.NewTicker": {"timer", "ticker"},
	"time.Tick":      {"timer", "ticker"},

	"context.WithCancel":        {"context", "context"},
	"context.WithCancelCause":   {"context", "context"},
	"context.WithTimeout":       {"context", "context"},
	"context.WithTimeoutCause":  {"context", "context"},
	"context.WithDeadline":      {"context", "context"},
	"context.WithDeadlineCause": {"context", "context"},

	"golang.org/x/sync/errgroup.WithContext": {"context", "context"},
}

func (f *finder) call(call *ast.CallExpr) {
	last := call.End()
	for _, arg := range call.Args {
		if _, ok := arg.(*ast.FuncLit); ok {
			last = call.Lparen
			break
		}
	}
	if name, ok := f.builtin(call); ok {
		switch _, isChan := f.underlying(call).(*types.Chan); {
		case name == "make" && isChan:
			f.add("make", call.Pos(), last, f.given(call))
		case name == "close" && len(call.Args) == 1:
			f.add("close", call.Pos(), last, types.ExprString(call.Args[0]))
		}
		return
	}
	callee := f.callee(call)
	if arg, ok := starters[callee]; ok && arg < len(call.Args) {
		f.add("go", call.Pos(), last, f.function(call.Args[arg]))
	}
	if m, ok := methods[callee]; ok {
		op := f.add(m.kind, call.Pos(), last, f.receiver(call))
		op.Type = m.object
		return
	}
	if m, ok := functions[callee]; ok {
		f.add(m.kind, call.Pos(), last, f.given(call)).Type = m.object
		return
	}
	switch {
	case callee == "time.Sleep":
		f.add("sleep", call.Pos(), last, "")
	case strings.HasPrefix(callee, "fmt.Scan"), strings.HasPrefix(callee, "fmt.Fscan"), callee == "io.ReadAll", callee == "io.Copy":
		f.add("input", call.Pos(), last, types.ExprString(call.Fun))
	}
	if strings.HasPrefix(callee, "net/http") || callee == "io.ReadAll" || callee == "io.Copy" {
		f.add("network", call.Pos(), last, types.ExprString(call.Fun))
	}
}

func (f *finder) builtin(call *ast.CallExpr) (name string, ok bool) {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return "", false
	}
	_, ok = f.p.Info.Uses[id].(*types.Builtin)
	return id.Name, ok
}

// receiver returns what a method is called on.
func (f *finder) receiver(call *ast.CallExpr) string {
	if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return types.ExprString(selector.X)
	}
	return types.ExprString(call.Fun)
}

// given returns what the result of a call is given to, or else the call itself.
func (f *finder) given(call *ast.CallExpr) string {
	if name := f.names[call]; name != "" && name != "_" {
		return name
	}
	return types.ExprString(call)
}
