//go:build js && wasm && patched

package rt

import _ "unsafe" // for go:linkname

// signedZeros has reflect not take minus zero for a zero value, as which the
// interpreter would not pass it on to a function. See wasm/internal/patch.
//
//go:linkname signedZeros reflect.awaitgoSignedZeros
var signedZeros bool

func init() { signedZeros = true }
