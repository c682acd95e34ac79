// Package install gives a program the simulated web for being imported. The exact
// engine links it into every program that may use net/http.
package install

import "awaitgo/wasm/simweb"

func init() { simweb.Install() }
