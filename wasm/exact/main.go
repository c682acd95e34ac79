// Exact makes the exact engine: the installed Go's own compiler and linker, built to
// run in a browser, and the packages that programs may import.
//
//	go run ./wasm/exact -overlay .cache/patch/overlay.json -o .cache/exact
//
// leaves these files there:
//
//	exact-compile.wasm   cmd/compile for js/wasm, with the wasm back end only
//	exact-link.wasm      cmd/link, likewise
//	exact-base.wasm      what nearly every program imports, compiled
//	exact-NAME.wasm      further packages, by what they are for
//	packs.json           for each of these packs, the imports that need it
//
// A pack is a WebAssembly module without any code: a custom section for each of its
// files, named for the file. So a host serves and compresses packs as it does the
// engines, and the browser side needs one way to fetch both.
//
// # Files of a package
//
// An archive, as the compiler writes it, is read twice, for different parts: the
// compiler wants a package's declarations, the linker its code. A program's compiler
// asks only for packages that the program itself imports. So packs hold two files a
// package, each a proper archive, and the first one only of packages that a program
// may import:
//
//	x/fmt.a     declarations
//	o/fmt.a     code
//
// The installed Go stays as it is: changes are laid over it as the go command's flag
// -overlay does. Both halves, the toolchain and the packages, are built by the go
// command and thus cached by it.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	overlay := flag.String("overlay", "", "the overlay of wasm/internal/patch")
	out := flag.String("o", "", "the folder to write to")
	flag.Parse()
	if err := run(*overlay, *out); err != nil {
		log.Fatalf("exact: %v", err)
	}
}

func run(overlay, out string) error {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	if err := buildToolchain(overlay, out); err != nil {
		return fmt.Errorf("building the toolchain: %w", err)
	}
	if err := buildPacks(overlay, out); err != nil {
		return fmt.Errorf("building the packages: %w", err)
	}
	return nil
}
