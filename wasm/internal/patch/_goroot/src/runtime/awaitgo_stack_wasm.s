#include "go_asm.h"
#include "textflag.h"

// func awaitgoNearGuard()
// It is called without Go's conventions, by wasm_pc_f_loop: SP is the goroutine's.
TEXT runtime·awaitgoNearGuard(SB), NOSPLIT|NOFRAME, $0-0
	// R0 = where the stack ends
	MOVD (g_stack+stack_lo)(g), R0
	Get R0
	I64Const $const_stackGuard
	I64Add
	Set R0

	// R1 = SP - awaitgoNear - the frame that is to come
	Get SP
	I64ExtendI32U
	I64Const $const_awaitgoNear
	I64Sub
	I64Load g_awaitgoFrame(g)
	I64Sub
	Set R1
	MOVD $0, g_awaitgoFrame(g)

	// R0 = max(R0, R1)
	Get R0
	Get R1
	I64LtS
	If
		Get R1
		Set R0
	End

	MOVD R0, g_awaitgoGuard(g)

	// A guard that is no address asks the goroutine to give way.
	I64Load g_stackguard0(g)
	I64Const $0x100000000
	I64LtU
	If
		MOVD R0, g_stackguard0(g)
	End

	I32Const $0
	Return
