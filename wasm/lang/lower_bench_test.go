package lang_test

import (
	"os"
	"testing"
)

// BenchmarkLower lowers a program of 100 lines, the importer being warm.
func BenchmarkLower(b *testing.B) {
	source, err := os.ReadFile("testdata/programs/std_sort_heap_list.go")
	if err != nil {
		b.Fatal(err)
	}
	lower(string(source)) // so that the importer has read its packages
	for b.Loop() {
		if _, err := lower(string(source)); err != nil {
			b.Fatal(err)
		}
	}
}
