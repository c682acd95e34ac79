//go:build js && wasm && patched

package rt

import _ "unsafe" // for go:linkname

// The hooks of wasm/internal/patch, by which the runtime notes what the program does.

// mode tells the runtime that places are what it is told.
const mode = 2

//go:linkname begin runtime.awaitgoBegin
func begin(mode uint32)

//go:linkname tellAt runtime.awaitgoAt
func tellAt(site uint32)

//go:linkname tellOn runtime.awaitgoOn
func tellOn(site uint32, p, size uintptr)

//go:linkname tellThrown runtime.awaitgoThrew
func tellThrown(v any, site uint32)

//go:linkname tellRecovered runtime.awaitgoRecoveredHere
func tellRecovered(v any)
