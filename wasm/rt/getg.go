package rt

// getg returns the runtime's own record of the goroutine, which tells goroutines
// apart for as long as they live.
func getg() uintptr
