//go:build !overlay

package diagnose

import (
	"errors"

	"awaitgo/wasm/export"
)

func newCompiler(*export.Archive) (compiler, error) {
	return nil, errors.New("built without the compiler's packages: use go build -overlay and -tags overlay, as the Makefile does")
}
