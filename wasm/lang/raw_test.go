package lang_test

import (
	"fmt"
	"os"
	"testing"
)

// TestRaw runs the core Go in the file named by AWAITGO_RAW.
func TestRaw(t *testing.T) {
	name := os.Getenv("AWAITGO_RAW")
	if name == "" {
		t.Skip("AWAITGO_RAW names no program")
	}
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got := run(string(source), "")
	fmt.Printf("%s--- stderr\n%s--- exit %d\n", got.Stdout, got.Stderr, got.Exit)
}
