package lang_test

import (
	"fmt"
	"os"
	"testing"

	"awaitgo/wasm/lang"
)

// TestOne prints what the program named by AWAITGO_ONE becomes.
func TestOne(t *testing.T) {
	name := os.Getenv("AWAITGO_ONE")
	if name == "" {
		t.Skip("AWAITGO_ONE names no program")
	}
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	program, err := lang.Lower(map[string]string{"prog.go": string(source)}, options())
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("AWAITGO_SHOW") != "" {
		fmt.Println(program.Files["main.go"])
	}
	got := run(program.Files["main.go"], stdin(name))
	fmt.Printf("%s--- stderr\n%s--- exit %d\n", got.Stdout, got.Stderr, got.Exit)
}
