//go:build js && wasm

package runtime

// What the goroutines of a program do, for the event log: hooks that wasm/internal/patch
// puts into the runtime and into packages sync, context and syscall note it here, in
// small records that the host fetches. What the records mean, and which of them concern
// the program, is decided outside (site/web/engine/log/records.ts mirrors this file).
//
// A record is a few words of 32 bits:
//
//	kind<<24 | inside<<23 | words
//	the goroutine's number
//	the place in the program
//	what the kind says
//
// Inside is set if the program did not do it itself, but something that it called.
//
// A text is a word with its length, then its bytes, padded with zeros.
//
// A place comes from one of two sources. A compiled program is known by its files, whose
// names begin with "./": a place is the address of a call in one of its functions, and a
// record awaitgoPlace tells its file and line once. An interpreter says before each
// operation which place comes next (awaitgoAt). Zero is no place.
//
// Nothing here allocates, so that a run goes as it goes without a log. When the log is
// off a hook is one comparison.

import (
	"internal/abi"
	"internal/runtime/atomic"
	"internal/runtime/sys"
	"internal/strconv"
	"internal/stringslite"
	"unsafe"
)

const (
	awaitgoOff      = iota
	awaitgoCompiled // places are addresses
	awaitgoTold     // places are what awaitgoAt was told
)

// awaitgoMode says whether there is a log, and where places come from.
var awaitgoMode uint32

// The fast paths of sync's locks compare with these. With a log their values are such
// that the slow paths are taken, which have hooks: so the fast paths stay as they are.
var (
	//go:linkname awaitgoNever
	awaitgoNever int32
	//go:linkname awaitgoReaders
	awaitgoReaders int32
)

const (
	awaitgoStart = 1 + iota
	awaitgoEnd
	awaitgoMake
	awaitgoSend
	awaitgoReceive
	awaitgoClose
	awaitgoBlock
	awaitgoWake
	awaitgoLock
	awaitgoUnlock
	awaitgoCount
	awaitgoSignal
	awaitgoTimer
	awaitgoContext
	awaitgoCancel
	awaitgoDone
	awaitgoWrite
	awaitgoPanic
	awaitgoRecover
	awaitgoPlace
	awaitgoTime
)

// awaitgoG is what a goroutine knows of its own part in the log.
type awaitgoG struct {
	site    uint32  // under awaitgoTold: the place of what comes next,
	on, end uintptr // and where what it is done to lies in memory
	blocked bool    // that it waits has been noted
	quiet   bool    // locks are part of something larger
	reading bool    // it reads standard input
	object  uintptr // the lock that it is about to wait for
	thrown  any     // the panic that is on its way
}

const awaitgoWords = 1 << 16

var (
	awaitgoRing [awaitgoWords]uint32
	awaitgoUsed uint32
	// awaitgoWall is set if time passes by itself: then each record tells its own.
	awaitgoWall bool
	// awaitgoCaller is who called the function that calls chanrecv.
	awaitgoCaller uintptr
	// awaitgoFiring is set while a timer does what it is for.
	awaitgoFiring bool
)

// awaitgoOpen tells the host where records are, and asks it whether it wants any: 0 for
// no, 1 for yes, 3 if each is to tell the time; and, 32 bits higher, the seed of the run.
// The host may fetch at any time.
//
//go:wasmimport gojs awaitgo.open
func awaitgoOpen(ring, used uintptr) int64

// awaitgoFetch has the host fetch what is there. It returns 0 if it wants no more.
//
//go:wasmimport gojs awaitgo.fetch
func awaitgoFetch() int32

// awaitgoBegin starts the log if there is to be one. Package rt calls it for a program
// that it is about to run.
//
//go:linkname awaitgoBegin
func awaitgoBegin(mode uint32) {
	told := awaitgoOpen(uintptr(unsafe.Pointer(&awaitgoRing)), uintptr(unsafe.Pointer(&awaitgoUsed)))
	awaitgoChoices = uint64(told>>32) * 0x9e3779b97f4a7c15
	if mode == awaitgoTold {
		awaitgoReseed()
	}
	wanted := uint32(told)
	if wanted == 0 {
		return
	}
	awaitgoWall = wanted&2 != 0
	awaitgoMode = mode
	awaitgoNever = -1 << 31
	awaitgoReaders = 1<<31 - 1
	gp := getg()
	awaitgoNote(awaitgoStart, 0, 0)
	awaitgoWord(uint32(gp.goid))
	awaitgoText("main.main")
	awaitgoFinish()
}

// awaitgoReseed begins the runtime's random numbers anew. An interpreter draws some
// before its program begins, the more the longer the source is that it reads, and for a
// log it reads a longer one.
func awaitgoReseed() {
	globalRand.init = false
	randinit()
	mrandinit(getg().m)
}

func awaitgoStop() {
	awaitgoMode, awaitgoNever, awaitgoReaders = awaitgoOff, 0, 0
}

// awaitgoAt says where in the program what the goroutine does next stands; 0 for
// nowhere.
//
//go:linkname awaitgoAt
func awaitgoAt(site uint32) {
	gp := getg()
	gp.awaitgo.site, gp.awaitgo.on, gp.awaitgo.end = site, 0, 0
}

// awaitgoOn is awaitgoAt for what the program itself does, and not something that it
// calls, to an object in memory; to a channel, it may be any address. An interpreter uses
// locks of its own on the way there.
//
//go:linkname awaitgoOn
func awaitgoOn(site uint32, p, size uintptr) {
	gp := getg()
	gp.awaitgo.site, gp.awaitgo.on, gp.awaitgo.end = site, p, p+size
}

var awaitgoChoices uint64

// awaitgoChoose returns a number below n for a select. It has a sequence of its own, so
// that an interpreted program chooses as a compiled one does.
func awaitgoChoose(n uint32) uint32 {
	if n <= 1 {
		return 0
	}
	awaitgoChoices += 0x9e3779b97f4a7c15
	z := awaitgoChoices
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return uint32((z >> 32) * uint64(n) >> 32)
}

var awaitgoFirst uint32 // where the record that is being written begins

// awaitgoNote begins a record. There is room for any that is written here.
func awaitgoNote(kind, g, site uint32) {
	if awaitgoUsed > awaitgoWords-512 {
		if awaitgoFetch() == 0 {
			awaitgoStop()
		}
		awaitgoUsed = 0
	}
	if awaitgoWall {
		now := uint64(nanotime())
		awaitgoRing[awaitgoUsed] = awaitgoTime<<24 | 5
		awaitgoRing[awaitgoUsed+3] = uint32(now)
		awaitgoRing[awaitgoUsed+4] = uint32(now >> 32)
		awaitgoUsed += 5
	}
	awaitgoFirst = awaitgoUsed
	awaitgoRing[awaitgoUsed] = kind << 24
	awaitgoRing[awaitgoUsed+1] = g
	awaitgoRing[awaitgoUsed+2] = site
	awaitgoUsed += 3
}

func awaitgoWord(w uint32) {
	awaitgoRing[awaitgoUsed] = w
	awaitgoUsed++
}

func awaitgoLong(w int64) {
	awaitgoWord(uint32(w))
	awaitgoWord(uint32(w >> 32))
}

func awaitgoText(s string) {
	if len(s) > 400 {
		s = s[:400]
	}
	awaitgoWord(uint32(len(s)))
	for i := 0; i < len(s); i += 4 {
		var w uint32
		for j := i; j < len(s) && j < i+4; j++ {
			w |= uint32(s[j]) << (8 * uint(j-i))
		}
		awaitgoWord(w)
	}
}

func awaitgoFinish() { awaitgoRing[awaitgoFirst] |= awaitgoUsed - awaitgoFirst }

// awaitgoWho returns the number of the goroutine that runs; 0 in the scheduler.
func awaitgoWho() uint32 {
	if gp := getg().m.curg; gp != nil && !awaitgoFiring {
		return uint32(gp.goid)
	}
	return 0
}

// awaitgoPCs remembers addresses that have been looked up: twice the address, plus one
// if it is the program's.
var awaitgoPCs [1 << 12]uint32

// awaitgoOurs reports whether a call is in a function of the program.
func awaitgoOurs(pc uintptr) bool {
	slot := &awaitgoPCs[(uint32(pc)*2654435761)>>20]
	if *slot>>1 == uint32(pc) {
		return *slot&1 == 1
	}
	ours := awaitgoLookUp(pc)
	*slot = uint32(pc) << 1
	if ours {
		*slot |= 1
	}
	return ours
}

// awaitgoLookUp finds the innermost function of the program at a call, among those that
// were inlined there, and tells the host of the place.
func awaitgoLookUp(pc uintptr) bool {
	f := findfunc(pc)
	if !f.valid() {
		return false
	}
	u, uf := newInlineUnwinder(f, pc-1)
	for ; uf.valid(); uf = u.next(uf) {
		file, line := u.fileLine(uf)
		if len(file) < 2 || file[:2] != "./" {
			continue
		}
		awaitgoNote(awaitgoPlace, 0, uint32(pc))
		awaitgoWord(uint32(line))
		awaitgoText(file)
		awaitgoFinish()
		return true
	}
	return false
}

// awaitgoSite returns the place of what is being done. pc is the caller of the function
// that does it, if that is known; if it is not the program's, the place is where the
// program called what did it.
func awaitgoSite(pc uintptr) uint32 {
	gp := getg().m.curg
	if gp == nil || awaitgoFiring {
		return 0
	}
	if awaitgoMode == awaitgoTold {
		return gp.awaitgo.site
	}
	if pc != 0 && awaitgoOurs(pc) {
		return uint32(pc)
	}
	if gp != getg() {
		return 0
	}
	return awaitgoUnwind()
}

const awaitgoDepth = 64

func awaitgoUnwind() uint32 {
	sp, pc, gp := sys.GetCallerSP(), sys.GetCallerPC(), getg()
	found := uint32(0)
	systemstack(func() {
		var u unwinder
		u.initAt(pc, sp, 0, gp, unwindSilentErrors)
		for depth := 0; u.valid() && depth < awaitgoDepth; depth++ {
			if awaitgoOurs(u.frame.pc) {
				found = uint32(u.frame.pc)
				return
			}
			u.next()
		}
	})
	return found
}

// awaitgoKept holds what records have named: memory that is named is not used again for
// something else while the log goes on. It also tells what the log knows.
var awaitgoKept [1 << 13]unsafe.Pointer

func awaitgoKeep(p unsafe.Pointer) {
	i := uint32(uintptr(p)>>2) * 2654435761 >> 19
	for range 32 {
		if awaitgoKept[i] == p {
			return
		}
		if awaitgoKept[i] == nil {
			awaitgoKept[i] = p
			return
		}
		i = (i + 1) % uint32(len(awaitgoKept))
	}
}

func awaitgoKnown(p unsafe.Pointer) bool {
	i := uint32(uintptr(p)>>2) * 2654435761 >> 19
	for range 32 {
		if awaitgoKept[i] == p {
			return true
		}
		if awaitgoKept[i] == nil {
			return false
		}
		i = (i + 1) % uint32(len(awaitgoKept))
	}
	return true // it may be one that there was no room for
}

// awaitgoObject begins a record about an object. It returns false if neither the place
// nor the object is the program's.
func awaitgoObject(kind uint32, p unsafe.Pointer, pc uintptr) bool {
	known := awaitgoKnown(p)
	if !known && !awaitgoShows(kind, p, pc) {
		return false
	}
	site := awaitgoSite(pc)
	if site == 0 && !known {
		return false
	}
	if !known {
		awaitgoKeep(p)
	}
	awaitgoNote(kind, awaitgoWho(), site)
	awaitgoWord(uint32(uintptr(p)))
	return true
}

// awaitgoShows reports whether an operation makes its object known: a channel gets known
// only by what the program does itself.
func awaitgoShows(kind uint32, p unsafe.Pointer, pc uintptr) bool {
	if awaitgoMode == awaitgoTold && getg().awaitgo.site == 0 {
		return false
	}
	switch kind {
	case awaitgoSend, awaitgoReceive, awaitgoClose:
		return awaitgoDirect(p, pc)
	case awaitgoLock, awaitgoUnlock:
		// An interpreter locks something of its own also to make a channel: see
		// awaitgoOn, which is told of no address then.
		return awaitgoMode == awaitgoCompiled || getg().awaitgo.on != 0 && awaitgoDirect(p, pc)
	}
	return true
}

// awaitgoDirect reports whether the program itself does something to p.
func awaitgoDirect(p unsafe.Pointer, pc uintptr) bool {
	if awaitgoMode == awaitgoTold {
		gp := getg()
		return uintptr(p) >= gp.awaitgo.on && uintptr(p) < gp.awaitgo.end
	}
	return pc != 0 && awaitgoOurs(pc)
}

func awaitgoNewproc(newg *g, fn *funcval, site uint32) {
	newg.awaitgo = awaitgoG{}
	awaitgoNote(awaitgoStart, awaitgoWho(), site)
	awaitgoWord(uint32(newg.goid))
	awaitgoText(funcname(findfunc(fn.fn)))
	awaitgoFinish()
}

func awaitgoGoexit() {
	awaitgoNote(awaitgoEnd, awaitgoWho(), 0)
	awaitgoFinish()
}

func awaitgoMakechan(c *hchan, pc uintptr) {
	site := uint32(0)
	if awaitgoDirect(unsafe.Pointer(c), pc) {
		site = awaitgoSite(pc)
	}
	if site != 0 {
		awaitgoKeep(unsafe.Pointer(c))
	} else if !awaitgoKnown(unsafe.Pointer(c)) {
		return
	}
	awaitgoNote(awaitgoMake, awaitgoWho(), site)
	awaitgoWord(uint32(uintptr(unsafe.Pointer(c))))
	awaitgoWord(uint32(c.dataqsiz))
	awaitgoFinish()
}

func awaitgoChansend(c *hchan, ep unsafe.Pointer, to *g, pc uintptr) {
	awaitgoFormat(c.elemtype, ep)
	if awaitgoObject(awaitgoSend, unsafe.Pointer(c), pc) {
		awaitgoWord(uint32(c.qcount))
		awaitgoWord(awaitgoID(to))
		awaitgoValue()
		awaitgoFinish()
	}
}

// awaitgoChanrecv notes that what is at ep has been received; sg is the sender that had
// waited, if there is one.
func awaitgoChanrecv(c *hchan, sg *sudog, ok bool, pc uintptr) {
	var from *g
	fill := c.qcount
	awaitgoLength = 0
	if ok {
		ep := chanbuf(c, c.recvx)
		if sg != nil {
			from = sg.g
			if c.dataqsiz == 0 {
				ep = sg.elem.get()
			}
		} else {
			fill--
		}
		awaitgoFormat(c.elemtype, ep)
	}
	if awaitgoObject(awaitgoReceive, unsafe.Pointer(c), pc) {
		awaitgoWord(uint32(fill))
		awaitgoWord(awaitgoID(from))
		awaitgoWord(awaitgoBool(ok))
		awaitgoValue()
		awaitgoFinish()
	}
}

func awaitgoID(gp *g) uint32 {
	if gp == nil {
		return 0
	}
	return uint32(gp.goid)
}

func awaitgoBool(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func awaitgoClosechan(c *hchan, pc uintptr) {
	if awaitgoObject(awaitgoClose, unsafe.Pointer(c), pc) {
		awaitgoFinish()
	}
}

// awaitgoCan returns whether a wait of the goroutine is to be noted, and its place.
func awaitgoCan(pc uintptr) (site uint32, can bool) {
	gp := getg()
	if gp.awaitgo.blocked || gp.m.curg != gp {
		return 0, false
	}
	site = awaitgoSite(pc)
	return site, site != 0
}

// Reasons to wait, as records have them.
const (
	awaitgoForSend = 1 + iota
	awaitgoForReceive
	awaitgoForSelect
	awaitgoForSleep
	awaitgoForLock
	awaitgoForRLock
	awaitgoForWait
	awaitgoForCond
	awaitgoForInput
)

func awaitgoBlocked(reason, site uint32, inside bool) {
	gp := getg()
	gp.awaitgo.blocked = true
	if gp.awaitgo.reading {
		reason = awaitgoForInput
	}
	awaitgoNote(awaitgoBlock, uint32(gp.goid), site)
	if inside {
		awaitgoRing[awaitgoFirst] |= 1 << 23
	}
	awaitgoWord(reason)
}

// awaitgoParkChan notes that the goroutine waits for a channel.
func awaitgoParkChan(reason uint32, c *hchan, pc uintptr) {
	if site, can := awaitgoCan(pc); can {
		awaitgoKeep(unsafe.Pointer(c))
		awaitgoBlocked(reason, site, !awaitgoDirect(unsafe.Pointer(c), pc))
		awaitgoWord(uint32(uintptr(unsafe.Pointer(c))))
		awaitgoFinish()
	}
}

// awaitgoParkSelect notes that the goroutine waits in a select. The channels are in the
// order of the runtime: those to send to in order, then those to receive from in reverse.
func awaitgoParkSelect(cases []scase, sends int, pc uintptr) {
	site, can := awaitgoCan(pc)
	if !can {
		return
	}
	awaitgoBlocked(awaitgoForSelect, site, !awaitgoDirect(nil, pc))
	awaitgoWord(uint32(sends))
	for i := range cases {
		if i == 200 {
			break
		}
		if c := cases[i].c; c != nil {
			awaitgoKeep(unsafe.Pointer(c))
		}
		awaitgoWord(uint32(uintptr(unsafe.Pointer(cases[i].c))))
	}
	awaitgoFinish()
}

// awaitgoPark is called for every wait, and notes those that have no hook of their own.
func awaitgoPark(why waitReason) {
	var reason uint32
	switch why {
	case waitReasonChanSendNilChan:
		reason = awaitgoForSend
	case waitReasonChanReceiveNilChan:
		reason = awaitgoForReceive
	case waitReasonSelectNoCases:
		reason = awaitgoForSelect
	case waitReasonSleep:
		reason = awaitgoForSleep
	case waitReasonSyncMutexLock, waitReasonSyncRWMutexLock:
		reason = awaitgoForLock
	case waitReasonSyncRWMutexRLock:
		reason = awaitgoForRLock
	case waitReasonSyncWaitGroupWait:
		reason = awaitgoForWait
	case waitReasonSyncCondWait:
		reason = awaitgoForCond
	default:
		return
	}
	site, can := awaitgoCan(0)
	if !can {
		return
	}
	gp := getg()
	awaitgoBlocked(reason, site, false)
	switch reason {
	case awaitgoForSleep:
		awaitgoLong(gp.sleepWhen)
	case awaitgoForSend, awaitgoForReceive:
		awaitgoWord(0)
	case awaitgoForSelect:
	default:
		awaitgoWord(uint32(gp.awaitgo.object))
	}
	awaitgoFinish()
}

func awaitgoReady(gp *g) {
	if !gp.awaitgo.blocked {
		return
	}
	gp.awaitgo.blocked = false
	awaitgoNote(awaitgoWake, uint32(gp.goid), 0)
	awaitgoWord(awaitgoWho())
	awaitgoFinish()
}

// awaitgoWaitFor says which lock the goroutine is about to wait for.
//
//go:linkname awaitgoWaitFor
func awaitgoWaitFor(p unsafe.Pointer) {
	if gp := getg(); !gp.awaitgo.quiet {
		gp.awaitgo.object = uintptr(p)
	}
}

// awaitgoQuiet says that the locks that come now, up to a nil, are parts of p.
//
//go:linkname awaitgoQuiet
func awaitgoQuiet(p unsafe.Pointer) {
	gp := getg()
	gp.awaitgo.quiet = p != nil
	gp.awaitgo.object = uintptr(p)
}

// awaitgoLocked notes that a lock is held: mode 0 for writing, 1 for reading.
//
//go:linkname awaitgoLocked
func awaitgoLocked(p unsafe.Pointer, mode uint32, pc uintptr) {
	if !getg().awaitgo.quiet && awaitgoObject(awaitgoLock, p, pc) {
		awaitgoWord(mode)
		awaitgoFinish()
	}
}

//go:linkname awaitgoUnlocked
func awaitgoUnlocked(p unsafe.Pointer, mode uint32, pc uintptr) {
	if !getg().awaitgo.quiet && awaitgoObject(awaitgoUnlock, p, pc) {
		awaitgoWord(mode)
		awaitgoFinish()
	}
}

// awaitgoRLocking is called for each reader that comes to an RWMutex, with the address
// of the semaphore in it. It reports whether the reader need not wait.
func awaitgoRLocking(sema *uint32, pc uintptr) bool {
	rw := unsafe.Pointer(uintptr(unsafe.Pointer(sema)) - awaitgoReaderSem)
	readers := (*int32)(unsafe.Pointer(uintptr(rw) + awaitgoReaderCount))
	if int32(atomic.Load((*uint32)(unsafe.Pointer(readers)))) < 0 {
		awaitgoWaitFor(rw)
		return false
	}
	awaitgoLocked(rw, 1, pc)
	return true
}

// Where things are in sync.RWMutex and sync.Cond.
const (
	awaitgoReaderSem   = 12
	awaitgoReaderCount = 16
	awaitgoNotify      = 16
)

//go:linkname awaitgoCounted
func awaitgoCounted(wg unsafe.Pointer, count int32, pc uintptr) {
	if awaitgoObject(awaitgoCount, wg, pc) {
		awaitgoWord(uint32(count))
		awaitgoFinish()
	}
}

func awaitgoNotified(l *notifyList, all bool) {
	if awaitgoObject(awaitgoSignal, unsafe.Pointer(uintptr(unsafe.Pointer(l))-awaitgoNotify), 0) {
		awaitgoWord(awaitgoBool(all))
		awaitgoFinish()
	}
}

// What happens to timers.
const (
	awaitgoTimerSet = iota
	awaitgoTimerStop
	awaitgoTimerFire
)

func awaitgoTimed(t *timer, action uint32, c *hchan, when, period int64) {
	if action != awaitgoTimerSet && !awaitgoKnown(unsafe.Pointer(t)) {
		return
	}
	if !awaitgoObject(awaitgoTimer, unsafe.Pointer(t), 0) {
		return
	}
	awaitgoWord(action)
	awaitgoWord(uint32(uintptr(unsafe.Pointer(c))))
	awaitgoLong(when)
	awaitgoWord(awaitgoBool(period > 0))
	awaitgoFinish()
}

// awaitgoNewContext notes a context. until is how long it may last, in ns; 0 if it has
// no deadline of its own.
//
//go:linkname awaitgoNewContext
func awaitgoNewContext(c, parent unsafe.Pointer, until int64) {
	if awaitgoObject(awaitgoContext, c, 0) {
		awaitgoWord(uint32(uintptr(parent)))
		awaitgoLong(until)
		awaitgoFinish()
	}
}

//go:linkname awaitgoCanceled
func awaitgoCanceled(c unsafe.Pointer, cause error) {
	value := any(cause)
	e := efaceOf(&value)
	awaitgoLength = 0
	awaitgoInterface(e._type, e.data, 0)
	if awaitgoObject(awaitgoCancel, c, 0) {
		awaitgoValue()
		awaitgoFinish()
	}
}

//go:linkname awaitgoDoneChan
func awaitgoDoneChan(c unsafe.Pointer, done chan struct{}) {
	if awaitgoKnown(c) {
		ch := *(*unsafe.Pointer)(unsafe.Pointer(&done))
		awaitgoKeep(ch)
		awaitgoNote(awaitgoDone, awaitgoWho(), 0)
		awaitgoWord(uint32(uintptr(c)))
		awaitgoWord(uint32(uintptr(ch)))
		awaitgoFinish()
	}
}

// awaitgoWriting notes that output follows.
//
//go:linkname awaitgoWriting
func awaitgoWriting(fd int) {
	if fd == 1 || fd == 2 {
		awaitgoNote(awaitgoWrite, awaitgoWho(), awaitgoSite(0))
		awaitgoFinish()
	}
}

// awaitgoReading says whether the goroutine reads standard input.
//
//go:linkname awaitgoReading
func awaitgoReading(reading bool) { getg().awaitgo.reading = reading }

// awaitgoPanicked notes a panic of the program.
func awaitgoPanicked(e any, pc uintptr) {
	gp := getg()
	if awaitgoMode == awaitgoTold || gp.m.curg != gp {
		return
	}
	f := findfunc(pc)
	if site := awaitgoSite(pc); site != 0 && (uint32(pc) == site || f.valid() && stringslite.HasPrefix(funcname(f), "runtime.")) {
		awaitgoThrew(e, site)
	}
}

// awaitgoThrew notes a panic. One that is only passed on is not noted again.
//
//go:linkname awaitgoThrew
func awaitgoThrew(e any, site uint32) {
	if awaitgoMode == awaitgoOff {
		return
	}
	gp := getg()
	was, is := efaceOf(&gp.awaitgo.thrown), efaceOf(&e)
	if was._type == is._type && was.data == is.data && is._type != nil {
		return
	}
	gp.awaitgo.thrown = e
	awaitgoTell(awaitgoPanic, e, site)
}

func awaitgoRecovered(e any, site uint32) {
	if awaitgoMode == awaitgoOff {
		return
	}
	gp := getg()
	if gp.awaitgo.thrown == nil {
		return // it was a library's
	}
	gp.awaitgo.thrown = nil
	awaitgoTell(awaitgoRecover, e, site)
}

// awaitgoRecoveredHere notes a recovery at the place that awaitgoAt was told.
//
//go:linkname awaitgoRecoveredHere
func awaitgoRecoveredHere(e any) { awaitgoRecovered(e, getg().awaitgo.site) }

// awaitgoTell notes what a panic was begun with: a text as it is, and what the runtime
// itself has to say.
func awaitgoTell(kind uint32, e any, site uint32) {
	text := ""
	switch v := e.(type) {
	case Error:
		text = v.Error()
	case string:
		text = v
	default:
		awaitgoLength = 0
		is := efaceOf(&e)
		awaitgoInterface(is._type, is.data, 0)
		text = unsafe.String(&awaitgoBuffer[0], awaitgoLength)
	}
	awaitgoNote(kind, awaitgoWho(), site)
	awaitgoText(text)
	awaitgoFinish()
}

// What follows puts values into words, in memory, without calling a method: those of
// the program may print, or wait. At most about awaitgoMost bytes are kept.

const (
	awaitgoMost    = 120
	awaitgoNesting = 3
)

var (
	awaitgoBuffer [160]byte
	awaitgoLength int
)

// awaitgoValue writes the value that was last put into words.
func awaitgoValue() {
	awaitgoText(unsafe.String(&awaitgoBuffer[0], awaitgoLength))
}

func awaitgoByte(b byte) {
	if awaitgoLength < len(awaitgoBuffer) {
		awaitgoBuffer[awaitgoLength] = b
		awaitgoLength++
	}
}

func awaitgoString(s string) {
	for i := 0; i < len(s); i++ {
		awaitgoByte(s[i])
	}
}

func awaitgoInt(n int64) {
	if n < 0 {
		awaitgoByte('-')
		awaitgoUint(-uint64(n))
		return
	}
	awaitgoUint(uint64(n))
}

func awaitgoUint(n uint64) {
	var digits [20]byte
	i := len(digits)
	for {
		i--
		digits[i] = byte('0' + n%10)
		n /= 10
		if n == 0 {
			break
		}
	}
	for ; i < len(digits); i++ {
		awaitgoByte(digits[i])
	}
}

func awaitgoFloat(f float64, bits int) {
	var buffer [40]byte
	for _, b := range strconv.AppendFloat(buffer[:0], f, 'g', -1, bits) {
		awaitgoByte(b)
	}
}

func awaitgoQuote(s string) {
	awaitgoByte('"')
	for i := 0; i < len(s) && awaitgoLength < awaitgoMost; i++ {
		switch c := s[i]; {
		case c == '\n':
			awaitgoString(`\n`)
		case c == '\t':
			awaitgoString(`\t`)
		case c == '"' || c == '\\':
			awaitgoByte('\\')
			awaitgoByte(c)
		case c < ' ' || c == 0x7f:
			const hex = "0123456789abcdef"
			awaitgoString(`\x`)
			awaitgoByte(hex[c>>4])
			awaitgoByte(hex[c&15])
		default:
			awaitgoByte(c)
		}
	}
	awaitgoByte('"')
}

// awaitgoFormat puts the value of type t at p into words.
func awaitgoFormat(t *_type, p unsafe.Pointer) {
	awaitgoLength = 0
	if p == nil {
		return
	}
	awaitgoAppend(t, p, 0)
}

func awaitgoAppend(t *_type, p unsafe.Pointer, depth int) {
	if awaitgoLength > awaitgoMost {
		return
	}
	if depth > awaitgoNesting {
		awaitgoString("…")
		return
	}
	switch t.Kind() {
	case abi.Bool:
		if *(*bool)(p) {
			awaitgoString("true")
		} else {
			awaitgoString("false")
		}
	case abi.Int, abi.Int64:
		if t.TFlag&abi.TFlagNamed != 0 && toRType(t).string() == "time.Duration" {
			awaitgoDuration(*(*int64)(p))
			return
		}
		awaitgoInt(*(*int64)(p))
	case abi.Int8:
		awaitgoInt(int64(*(*int8)(p)))
	case abi.Int16:
		awaitgoInt(int64(*(*int16)(p)))
	case abi.Int32:
		awaitgoInt(int64(*(*int32)(p)))
	case abi.Uint, abi.Uint64, abi.Uintptr:
		awaitgoUint(*(*uint64)(p))
	case abi.Uint8:
		awaitgoUint(uint64(*(*uint8)(p)))
	case abi.Uint16:
		awaitgoUint(uint64(*(*uint16)(p)))
	case abi.Uint32:
		awaitgoUint(uint64(*(*uint32)(p)))
	case abi.Float32:
		awaitgoFloat(float64(*(*float32)(p)), 32)
	case abi.Float64:
		awaitgoFloat(*(*float64)(p), 64)
	case abi.String:
		awaitgoQuote(*(*string)(p))
	case abi.Interface:
		e := *(*eface)(p)
		if len((*interfacetype)(unsafe.Pointer(t)).Methods) > 0 && e._type != nil {
			e._type = (*itab)(unsafe.Pointer(e._type)).Type
		}
		awaitgoInterface(e._type, e.data, depth)
	case abi.Pointer:
		awaitgoPointer(t, *(*unsafe.Pointer)(p), depth)
	case abi.Struct:
		awaitgoStruct(t, p, depth)
	case abi.Array:
		at := (*arraytype)(unsafe.Pointer(t))
		awaitgoElements(at.Elem, p, at.Len, depth)
	case abi.Slice:
		s := (*slice)(p)
		awaitgoElements((*slicetype)(unsafe.Pointer(t)).Elem, s.array, uintptr(s.len), depth)
	case abi.Map:
		awaitgoString("map[")
		if m := *(*unsafe.Pointer)(p); m != nil {
			awaitgoUint(*(*uint64)(m)) // the number of entries comes first
		} else {
			awaitgoByte('0')
		}
		awaitgoByte(']')
	case abi.Chan:
		awaitgoWordOrNil("chan", p)
	case abi.Func:
		awaitgoWordOrNil("func", p)
	default:
		awaitgoString(toRType(t).string())
	}
}

func awaitgoWordOrNil(word string, p unsafe.Pointer) {
	if *(*unsafe.Pointer)(p) == nil {
		word = "nil"
	}
	awaitgoString(word)
}

func awaitgoElements(elem *_type, p unsafe.Pointer, n uintptr, depth int) {
	awaitgoByte('[')
	for i := uintptr(0); i < n; i++ {
		if i > 0 {
			awaitgoByte(' ')
		}
		if awaitgoLength > awaitgoMost {
			break
		}
		awaitgoAppend(elem, add(p, i*elem.Size_), depth+1)
	}
	awaitgoByte(']')
}

func awaitgoPointer(t *_type, p unsafe.Pointer, depth int) {
	if p == nil {
		awaitgoString("nil")
		return
	}
	awaitgoByte('&')
	awaitgoAppend((*ptrtype)(unsafe.Pointer(t)).Elem, p, depth+1)
}

func awaitgoStruct(t *_type, p unsafe.Pointer, depth int) {
	st := (*structtype)(unsafe.Pointer(t))
	switch awaitgoPackage(t) {
	case "awaitgo/wasm/rt":
		// The interpreter's interfaces hold the program's own values in a Box: a type
		// and a value. An ErrorBox holds a Box.
		switch name := toRType(t).name(); name {
		case "Box":
			awaitgoAppend(st.Fields[1].Typ, add(p, st.Fields[1].Offset), depth-1)
			return
		case "ErrorBox", "ErrorsBox", "alone":
			awaitgoAppend(st.Fields[0].Typ, p, depth-1)
			return
		}
	case "time":
		if toRType(t).name() == "Time" {
			awaitgoClock(*(*uint64)(p), *(*int64)(add(p, 8)))
			return
		}
	}
	awaitgoByte('{')
	for i := range st.Fields {
		if i > 0 {
			awaitgoByte(' ')
		}
		if awaitgoLength > awaitgoMost {
			break
		}
		awaitgoAppend(st.Fields[i].Typ, add(p, st.Fields[i].Offset), depth+1)
	}
	awaitgoByte('}')
}

func awaitgoPackage(t *_type) string {
	if t.TFlag&abi.TFlagNamed == 0 {
		return ""
	}
	return toRType(t).pkgpath()
}

// awaitgoInterface puts what an interface holds into words. Errors of the standard
// library that hold their text show it.
func awaitgoInterface(t *_type, data unsafe.Pointer, depth int) {
	if t == nil {
		awaitgoString("nil")
		return
	}
	if t.IsDirectIface() {
		if t.Kind() == abi.Pointer && data != nil {
			switch toRType(t).string() {
			case "*errors.errorString", "*fmt.wrapError", "*fmt.wrapErrors":
				awaitgoString(*(*string)(data))
				return
			case "*rt.alone":
				awaitgoAppend((*ptrtype)(unsafe.Pointer(t)).Elem, data, depth)
				return
			}
			awaitgoPointer(t, data, depth)
			return
		}
		awaitgoAppend(t, unsafe.Pointer(&data), depth)
		return
	}
	if toRType(t).string() == "context.deadlineExceededError" {
		awaitgoString("context deadline exceeded")
		return
	}
	awaitgoAppend(t, data, depth)
}

// awaitgoDuration shows a duration as package time does.
func awaitgoDuration(ns int64) {
	u := uint64(ns)
	if ns < 0 {
		awaitgoByte('-')
		u = -u
	}
	switch {
	case u == 0:
		awaitgoString("0s")
	case u < 1e3:
		awaitgoUint(u)
		awaitgoString("ns")
	case u < 1e6:
		awaitgoFraction(u, 1e3)
		awaitgoString("µs")
	case u < 1e9:
		awaitgoFraction(u, 1e6)
		awaitgoString("ms")
	default:
		if hours := u / 3600e9; hours > 0 {
			awaitgoUint(hours)
			awaitgoByte('h')
		}
		if u >= 60e9 {
			awaitgoUint(u / 60e9 % 60)
			awaitgoByte('m')
		}
		awaitgoFraction(u%60e9, 1e9)
		awaitgoByte('s')
	}
}

// awaitgoFraction shows u/unit without zeros at its end.
func awaitgoFraction(u, unit uint64) {
	awaitgoUint(u / unit)
	rest := u % unit
	if rest == 0 {
		return
	}
	awaitgoByte('.')
	for unit /= 10; rest > 0; unit /= 10 {
		awaitgoByte(byte('0' + rest/unit))
		rest %= unit
	}
}

// awaitgoClock shows the time of day of a time.Time, in UTC.
func awaitgoClock(wall uint64, ext int64) {
	ns := wall & (1<<30 - 1)
	seconds := uint64(ext)
	if wall>>63 == 1 { // seconds since 1885 stand beside the nanoseconds
		seconds = wall << 1 >> 31
	}
	day := seconds % 86400
	awaitgoTwo(day / 3600)
	awaitgoByte(':')
	awaitgoTwo(day / 60 % 60)
	awaitgoByte(':')
	awaitgoTwo(day % 60)
	if ms := ns / 1e6; ms > 0 {
		awaitgoByte('.')
		awaitgoByte(byte('0' + ms/100))
		awaitgoTwo(ms % 100)
	}
}

func awaitgoTwo(n uint64) {
	awaitgoByte(byte('0' + n/10))
	awaitgoByte(byte('0' + n%10))
}
