//go:build !overlay

package vet

import "awaitgo/wasm/checker/program"

// Check finds nothing in a build without go vet's passes.
func Check(*program.Program) []Warning { return nil }
