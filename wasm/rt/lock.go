//go:build !(js && wasm)

package rt

import "sync"

// lock guards what goroutines share.
type lock struct{ sync.Mutex }
