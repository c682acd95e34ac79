package main

import (
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// added holds files that the patch adds to the standard library.
//
//go:embed all:_goroot/src
var added embed.FS

// add writes the added files to the folder out and returns where they belong.
func add(src, out string) (map[string]string, error) {
	replace := map[string]string{}
	err := fs.WalkDir(added, "_goroot/src", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := added.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel("_goroot/src", path)
		if err != nil {
			return err
		}
		to := filepath.Join(out, flat(name))
		replace[filepath.Join(src, name)] = to
		return write(to, text)
	})
	return replace, err
}

// An insertion changes a file at a text that stands there exactly once: it puts code
// before or after it, or something else in its place, or it appends to the file.
type insertion struct {
	before, after, instead string
	add                    string
	end                    bool
}

func insert(text []byte, insertions []insertion) ([]byte, error) {
	for _, i := range insertions {
		if i.end {
			text = append(text, i.add...)
			continue
		}
		anchor, with := i.before+i.after, i.instead
		switch {
		case i.before != "":
			with = i.add + anchor
		case with == "":
			with = anchor + i.add
		}
		var err error
		if text, err = edit(text, [][2]string{{anchor, with}}); err != nil {
			return nil, err
		}
	}
	return text, nil
}

// pull declares functions that are the runtime's.
func pull(functions ...string) string {
	var b strings.Builder
	for _, f := range functions {
		name, _, _ := strings.Cut(f, "(")
		fmt.Fprintf(&b, "\n//go:linkname %s runtime.%s\n//go:noescape\nfunc %s\n", name, name, f)
	}
	return b.String()
}

// The hooks of the event log, and a sequence of its own for the choices of select, which call the functions of runtime/awaitgo_log.go. No
// hook adds a line to a file, or to what a function's fast path costs the compiler's
// inliner, so that traces read as they did.
var logHooks = map[string][]insertion{
	"runtime/runtime2.go": {
		{after: "	valgrindStackID uintptr", add: "; awaitgo awaitgoG"},
	},
	"runtime/proc.go": {
		{before: "last := lastmoduledatap // grab", add: "awaitgoBegin(awaitgoCompiled); "},
		{before: "if reason != waitReasonSleep {\n\t\tcheckTimeouts()", add: "if awaitgoMode != 0 { awaitgoPark(reason) }; "},
		{before: "systemstack(func() {\n\t\tready(gp, traceskip, true)", add: "if awaitgoMode != 0 { awaitgoReady(gp) }; "},
		{before: "mcall(goexit0)\n", add: "if awaitgoMode != 0 { awaitgoGoexit() }; "},
		{after: "	gp := getg()\n	pc := sys.GetCallerPC()", add: "; var site uint32; if awaitgoMode != 0 { site = awaitgoSite(pc) }"},
		{after: "newg := newproc1(fn, gp, pc, false, waitReasonZero)", add: "; if awaitgoMode != 0 { awaitgoNewproc(newg, fn, site) }"},
	},
	"runtime/chan.go": {
		{after: "lockInit(&c.lock, lockRankHchan)", add: "; if awaitgoMode != 0 { awaitgoMakechan(c, sys.GetCallerPC()) }"},
		{before: "send(c, sg, ep, func() { unlock(&c.lock) }, 3)", add: "if awaitgoMode != 0 { awaitgoChansend(c, ep, sg.g, callerpc) }; "},
		{after: "c.qcount++", add: "; if awaitgoMode != 0 { awaitgoChansend(c, ep, nil, callerpc) }"},
		{after: "// Block on the channel. Some receiver will complete our operation for us.\n\tgp := getg()", add: "; if awaitgoMode != 0 { awaitgoParkChan(awaitgoForSend, c, callerpc) }"},
		{after: "\tc.closed = 1\n", add: "", instead: "\tc.closed = 1; if awaitgoMode != 0 { awaitgoClosechan(c, sys.GetCallerPC()) }\n"},
		// Receiving functions don't hand on who called them.
		{before: "chanrecv(c, elem, true)\n}", add: "awaitgoCaller = sys.GetCallerPC(); "},
		{before: "_, received = chanrecv(c, elem, true)", add: "awaitgoCaller = sys.GetCallerPC(); "},
		{before: "return chanrecv(c, elem, false)\n}\n\n//go:linkname reflect_chansend", add: "awaitgoCaller = sys.GetCallerPC(); "},
		{before: "if debugChan {\n\t\tprint(\"chanrecv: chan=\"", add: "callerpc := awaitgoCaller; awaitgoCaller = 0; "},
		{before: "// The channel is irreversibly closed and empty.\n", add: "if awaitgoMode != 0 { awaitgoChanrecv(c, nil, false, callerpc) } "},
		{after: "if c.closed != 0 {\n\t\tif c.qcount == 0 {", add: " if awaitgoMode != 0 { awaitgoChanrecv(c, nil, false, callerpc) };"},
		{before: "recv(c, sg, ep, func() { unlock(&c.lock) }, 3)", add: "if awaitgoMode != 0 { awaitgoChanrecv(c, sg, true, callerpc) }; "},
		{after: "// Receive directly from queue\n", add: "if awaitgoMode != 0 { awaitgoChanrecv(c, nil, true, callerpc) }; "},
		{after: "// no sender available: block on this channel.\n\tgp := getg()", add: "; if awaitgoMode != 0 { awaitgoParkChan(awaitgoForReceive, c, callerpc) }"},
	},
	"runtime/select.go": {
		{after: "	gp := getg()\n	if debugSelect {\n		print(\"select: cas0=\"", instead: "	gp := getg(); callerpc := sys.GetCallerPC()\n	if debugSelect {\n		print(\"select: cas0=\""},
		{before: "if gp.waiting != nil {\n\t\tthrow(\"gp.waiting != nil\")", add: "if awaitgoMode != 0 { awaitgoParkSelect(scases, nsends, callerpc) }; "},
		{after: "j := cheaprandn(uint32(norder + 1))", instead: "j := awaitgoChoose(uint32(norder + 1))"},
		{after: "bufrecv:", add: " if awaitgoMode != 0 { awaitgoChanrecv(c, nil, true, callerpc) }"},
		{after: "c.qcount++", add: "; if awaitgoMode != 0 { awaitgoChansend(c, cas.elem, nil, callerpc) }"},
		{before: "recv(c, sg, cas.elem, func()", add: "if awaitgoMode != 0 { awaitgoChanrecv(c, sg, true, callerpc) }; "},
		{after: "rclose:", add: " if awaitgoMode != 0 { awaitgoChanrecv(c, nil, false, callerpc) }"},
		{before: "send(c, sg, cas.elem, func()", add: "if awaitgoMode != 0 { awaitgoChansend(c, cas.elem, sg.g, callerpc) }; "},
	},
	"runtime/time.go": {
		{after: "t.modify(when, period, f, arg, 0)\n\tt.init = true", add: "; if awaitgoMode != 0 { awaitgoTimed(&t.timer, awaitgoTimerSet, c, when, period) }"},
		{before: "return t.stop()\n", add: "if awaitgoMode != 0 { awaitgoTimed(&t.timer, awaitgoTimerStop, nil, 0, 0) }; "},
		{before: "return t.reset(when, period)", add: "if awaitgoMode != 0 { awaitgoTimed(&t.timer, awaitgoTimerSet, nil, when, period) }; "},
		{after: "\tf(arg, seq, delay)\n\n\tif !async", instead: "\tif awaitgoMode != 0 { awaitgoFiring = true; awaitgoTimed(t, awaitgoTimerFire, nil, 0, 0) }; f(arg, seq, delay); awaitgoFiring = false\n\n\tif !async"},
	},
	"runtime/os_js.go": {
		{before: "wasmWrite(fd, p, n)\n\treturn n", add: "if awaitgoMode != 0 { awaitgoWriting(int(fd)) }; "},
	},
	"runtime/sema.go": {
		{before: "semacquire1(addr, lifo, semaBlockProfile|semaMutexProfile, skipframes, waitReasonSyncRWMutexRLock)", add: "if awaitgoMode != 0 && awaitgoRLocking(addr, sys.GetCallerPC()) { return }; "},
		{after: "func notifyListWait(l *notifyList, t uint32) {", add: " if awaitgoMode != 0 { awaitgoWaitFor(unsafe.Pointer(uintptr(unsafe.Pointer(l))-awaitgoNotify)) };"},
		{after: "func notifyListNotifyAll(l *notifyList) {", add: " if awaitgoMode != 0 { awaitgoNotified(l, true) };"},
		{after: "func notifyListNotifyOne(l *notifyList) {", add: " if awaitgoMode != 0 { awaitgoNotified(l, false) };"},
		{after: "	\"internal/runtime/atomic\"", add: "; \"internal/runtime/sys\""},
	},
	"runtime/panic.go": {
		{before: "runningPanicDefers.Add(1)\n\n\tp.start(sys.GetCallerPC()", add: "if awaitgoMode != 0 { awaitgoPanicked(e, sys.GetCallerPC()) }; "},
		{before: "return p.arg\n}\n\n//go:linkname sync_throw", add: "if awaitgoMode == awaitgoCompiled { awaitgoRecovered(p.arg, awaitgoSite(sys.GetCallerPC())) }; "},
	},
	"internal/sync/mutex.go": {
		{after: "if atomic.CompareAndSwapInt32(&m.state, 0, mutexLocked)", instead: "if atomic.CompareAndSwapInt32(&m.state, awaitgoNever, mutexLocked)"},
		{after: "func (m *Mutex) lockSlow() {", add: " if awaitgoNever != 0 { awaitgoWaitFor(unsafe.Pointer(m)); defer awaitgoLocked(unsafe.Pointer(m), 0, sys.GetCallerPC()) };"},
		{after: "if !atomic.CompareAndSwapInt32(&m.state, old, old|mutexLocked) {\n\t\treturn false\n\t}", add: "; if awaitgoNever != 0 { awaitgoLocked(unsafe.Pointer(m), 0, 0) }"},
		{after: "	if new != 0 {\n", instead: "	if new != awaitgoNever {\n"},
		{after: "func (m *Mutex) unlockSlow(new int32) {", add: " if awaitgoNever != 0 { awaitgoUnlocked(unsafe.Pointer(m), 0, sys.GetCallerPC()); if new == 0 { return } };"},
		{after: "	\"unsafe\"", add: "; \"internal/runtime/sys\""},
		{end: true, add: pull("awaitgoWaitFor(p unsafe.Pointer)", "awaitgoLocked(p unsafe.Pointer, mode uint32, pc uintptr)", "awaitgoUnlocked(p unsafe.Pointer, mode uint32, pc uintptr)") +
			"\n//go:linkname awaitgoNever runtime.awaitgoNever\nvar awaitgoNever int32\n"},
	},
	"sync/rwmutex.go": {
		{after: "if rw.readerCount.Add(1) < 0 {", instead: "if rw.readerCount.Add(1) < awaitgoReaders {"},
		{after: "if r := rw.readerCount.Add(-1); r < 0 {", instead: "if r := rw.readerCount.Add(-1); r < awaitgoReaders {"},
		{after: "func (rw *RWMutex) rUnlockSlow(r int32) {", add: " if awaitgoReaders != 0 { awaitgoUnlocked(unsafe.Pointer(rw), 1, sys.GetCallerPC()); if r >= 0 { return } };"},
		{before: "rw.w.Lock()\n", add: "if awaitgoReaders != 0 { awaitgoQuiet(unsafe.Pointer(rw)) }; "},
		{after: "runtime_SemacquireRWMutex(&rw.writerSem, false, 0)\n\t}", add: "; if awaitgoReaders != 0 { awaitgoQuiet(nil); awaitgoLocked(unsafe.Pointer(rw), 0, sys.GetCallerPC()) }"},
		{before: "r := rw.readerCount.Add(rwmutexMaxReaders)\n", add: "if awaitgoReaders != 0 { awaitgoUnlocked(unsafe.Pointer(rw), 0, sys.GetCallerPC()); awaitgoQuiet(unsafe.Pointer(rw)) }; "},
		{after: "\trw.w.Unlock()\n\tif race.Enabled {", instead: "\trw.w.Unlock(); if awaitgoReaders != 0 { awaitgoQuiet(nil) }\n\tif race.Enabled {"},
		{after: "	\"unsafe\"", add: "; \"internal/runtime/sys\""},
		{end: true, add: pull("awaitgoQuiet(p unsafe.Pointer)", "awaitgoLocked(p unsafe.Pointer, mode uint32, pc uintptr)", "awaitgoUnlocked(p unsafe.Pointer, mode uint32, pc uintptr)", "awaitgoWaitFor(p unsafe.Pointer)", "awaitgoCounted(wg unsafe.Pointer, count int32, pc uintptr)") +
			"\n//go:linkname awaitgoReaders runtime.awaitgoReaders\nvar awaitgoReaders int32\n"},
	},
	"sync/waitgroup.go": {
		{after: "state := wg.state.Add(uint64(delta) << 32)", add: "; if awaitgoReaders != 0 { awaitgoCounted(unsafe.Pointer(wg), int32(state>>32), sys.GetCallerPC()) }"},
		{before: "runtime_SemacquireWaitGroup(", add: "if awaitgoReaders != 0 { awaitgoWaitFor(unsafe.Pointer(wg)) }; "},
		{after: "	\"unsafe\"", add: "; \"internal/runtime/sys\""},
	},
	"context/context.go": {
		{after: "func (c *cancelCtx) propagateCancel(parent Context, child canceler) {", add: " if own, ok := child.(*cancelCtx); ok { awaitgoNewContext(unsafe.Pointer(own), awaitgoParent(parent), 0) };"},
		{after: "	dur := time.Until(d)", add: "; awaitgoNewContext(unsafe.Pointer(&c.cancelCtx), awaitgoParent(parent), max(1, int64(dur)))"},
		{after: "	c.cause = cause\n", instead: "	c.cause = cause; awaitgoCanceled(unsafe.Pointer(c), cause)\n"},
		{after: "		d = make(chan struct{})\n", instead: "		d = make(chan struct{}); awaitgoDoneChan(unsafe.Pointer(c), d.(chan struct{}))\n"},
		{after: "	\"time\"", add: "; \"unsafe\""},
		{end: true, add: pull("awaitgoNewContext(c, parent unsafe.Pointer, until int64)", "awaitgoCanceled(c unsafe.Pointer, cause error)", "awaitgoDoneChan(c unsafe.Pointer, done chan struct{})") + `
// awaitgoParent returns the context that can be canceled from which c comes, as far as
// that is seen without calling methods.
func awaitgoParent(c Context) unsafe.Pointer {
	for {
		switch p := c.(type) {
		case *cancelCtx:
			return unsafe.Pointer(p)
		case *timerCtx:
			return unsafe.Pointer(&p.cancelCtx)
		case *valueCtx:
			c = p.Context
		default:
			return nil
		}
	}
}
`},
	},
	"syscall/fs_js.go": {
		{before: `n, err := fsCall("write", fd, buf, 0, len(b), nil)`, add: "awaitgoWriting(fd); "},
		{after: `n, err := fsCall("read", fd, buf, 0, len(b), nil)`, instead: `awaitgoReading(fd == 0); n, err := fsCall("read", fd, buf, 0, len(b), nil); awaitgoReading(false)`},
		{after: "	\"syscall/js\"", add: "; _ \"unsafe\""},
		{end: true, add: pull("awaitgoWriting(fd int)", "awaitgoReading(reading bool)")},
	},
}
