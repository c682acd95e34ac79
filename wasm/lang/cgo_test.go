//go:build cgo

package lang_test

// seesDeadlocks is false as the runtime finds none in a process with cgo.
const seesDeadlocks = false
