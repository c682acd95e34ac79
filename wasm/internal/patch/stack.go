package main

// deepStacks are the places where the runtime calls runtime/awaitgo_stack.go.
var deepStacks = map[string][]insertion{
	// A function without a frame asks for no stack, not even if it calls itself for ever.
	"cmd/internal/obj/wasm/wasmobj.go": {
		{after: "needMoreStack := framesize > 0", instead: "calls := false; for p := s.Func().Text; p != nil; p = p.Link { calls = calls || p.As == obj.ACALL }; needMoreStack := (framesize > 0 || calls)"},
	},
	"runtime/asm_wasm.s": {
		{before: "// Get PC_B & PC_F from -8(SP)", add: "I32Const $0; Call runtime·awaitgoNearGuard(SB); Drop; "},
	},
	"runtime/preempt.go": {
		{after: "gp.stackguard0 = gp.stack.lo + stackGuard", instead: "gp.stackguard0 = awaitgoGuardAgain(gp)"},
	},
	"runtime/runtime2.go": {
		{after: "	valgrindStackID uintptr", add: "; awaitgoFrame, awaitgoGuard uintptr"},
	},
	"runtime/stack.go": {
		{before: "// Allocate a bigger segment and move the stack.", add: "if awaitgoRoom(gp) && stackguard0 != stackForceMove { gogo(&gp.sched) }; "},
		{after: "if newsize > maxstacksize || newsize > maxstackceiling", add: " || newsize > awaitgoMaxStack"},
		// Addresses, and what throw shows beside the goroutines, are for those who work on
		// the runtime.
		{after: `print("runtime: sp=", hex(sp), " stack=[", hex(gp.stack.lo), ", ", hex(gp.stack.hi), "]\n")`, instead: "// the addresses"},
		{after: `throw("stack overflow")`, instead: `fatal("stack overflow")`},
	},
}
