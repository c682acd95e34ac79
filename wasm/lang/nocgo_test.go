//go:build !cgo

package lang_test

const seesDeadlocks = true
