//go:build !js || http

package interp

import "awaitgo/wasm/simweb"

// connect gives the program its web.
func connect() { simweb.Install() }
