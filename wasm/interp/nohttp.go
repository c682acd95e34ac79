//go:build js && !http

package interp

// connect has nothing to do: a build without net/http has no web.
func connect() {}
