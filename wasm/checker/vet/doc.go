// Package vet says about a program what `go vet` would say: warnings about code that
// compiles. The passes are those of the installed Go (cmd/vet/govet, which the overlay
// in wasm/internal/overlay provides).
package vet
