package rt

import (
	"runtime/debug"
	"sync"
	"testing"
)

// A goroutine that allocates may have to wait for the collector, in the middle of
// making itself known.
func TestGoroutinesAreKnownWhileTheCollectorRuns(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	const n = 5000
	var wg sync.WaitGroup
	var garbage [n][]byte
	for i := range n {
		wg.Go(func() {
			garbage[i] = make([]byte, 20_000)
			Go("main.worker", "main.main", 0, func() {
				garbage[i] = make([]byte, 20_000)
				if current().name != "main.worker" {
					t.Error("a goroutine is taken for another one")
				}
			})
			garbage[i] = nil
		})
	}
	wg.Wait()
}
