//go:build js && wasm

package runtime

import "internal/abi"

// Goroutines that call as deep as on other systems.
//
// A goroutine has its stack in memory, which grows. But compiled to WebAssembly, each of
// its calls is a call of the browser's, too, whose stack is small: 10,000 levels were too
// many for it. The runtime leaves the browser's stack wherever a function asks for more
// stack, and wasm_pc_f_loop goes on with an empty one. So the guard that a function looks
// at is kept near: awaitgoNearGuard sets it a little below where the browser's stack was
// last empty, and awaitgoRoom tells newstack that there is nothing to grow.

// awaitgoNear is how deep a goroutine gets on one stack of the browser's, in bytes of
// its own. The browser needs several times as many.
const awaitgoNear = 16 << 10

// awaitgoMaxStack is how large a stack gets, in bytes: it is copied as it grows, in a
// memory that has a limit, and what overflows it is listed in a trace, whose counting of
// frames a learner waits for.
const awaitgoMaxStack = 128 << 20

// awaitgoNearGuard sets the guard of the goroutine that goes on now.
func awaitgoNearGuard()

// awaitgoGuardAgain returns what a guard is that had another meaning for a while. The
// goroutine may go on without wasm_pc_f_loop.
func awaitgoGuardAgain(gp *g) uintptr {
	return max(gp.stack.lo+stackGuard, min(gp.awaitgoGuard, gp.stack.hi))
}

// awaitgoRoom reports whether the function that asks for more stack has enough of it. In
// any case it says how large the function's frame is, so that it does not ask again.
func awaitgoRoom(gp *g) bool {
	gp.awaitgoFrame = 0
	f := findfunc(gp.sched.pc)
	if !f.valid() {
		return false
	}
	gp.awaitgoFrame = uintptr(funcMaxSPDelta(f)) + abi.StackSmall
	return gp.sched.sp > gp.stack.lo+stackGuard+gp.awaitgoFrame
}
