package lang_test

import (
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"log"
	"os"
	"runtime"
	"testing"

	"github.com/traefik/yaegi/interp"

	"awaitgo/wasm/lang"
	"awaitgo/wasm/rt"
	"awaitgo/wasm/stdlib"
)

// TestMain runs one lowered program instead of the tests when the environment names
// it: a program may exit, and shares standard output with nothing then.
func TestMain(m *testing.M) {
	if os.Getenv("AWAITGO_PROGRAM") != "" {
		runProgram()
		return
	}
	os.Exit(m.Run())
}

func runProgram() {
	var lowered string
	if err := json.NewDecoder(os.NewFile(3, "program")).Decode(&lowered); err != nil {
		log.Fatal(err)
	}
	runtime.GOMAXPROCS(1)
	i := interp.New(interp.Options{Stdout: os.Stderr, Stderr: io.Discard})
	exports := interp.Exports{}
	for key, names := range stdlib.Symbols {
		if key == "fmt/fmt" {
			key = "fmt//fmt" // keeps the interpreter from replacing fmt, log and os
		}
		exports[key] = names
	}
	rt.UseWrappers(stdlib.Symbols)
	for _, err := range []error{i.Use(exports), i.Use(rt.Symbols)} {
		if err != nil {
			log.Fatal(err)
		}
	}
	if _, err := i.Eval(lowered); err != nil {
		fmt.Fprintf(os.Stderr, "INTERPRETER: %v\n", err)
		os.Exit(3)
	}
}

// options finds the standard library in the installed Go.
func options() lang.Options {
	return lang.Options{
		Importer: imported,
		Source:   os.DirFS(runtime.GOROOT() + "/src"),
	}
}

var imported = remembering{importer.ForCompiler(token.NewFileSet(), "source", nil), map[string]*types.Package{}}

// remembering asks once for each package: the importer from source looks for its
// folder each time.
type remembering struct {
	types.Importer
	known map[string]*types.Package
}

func (r remembering) Import(path string) (*types.Package, error) {
	if pkg := r.known[path]; pkg != nil {
		return pkg, nil
	}
	pkg, err := r.Importer.Import(path)
	if err == nil {
		r.known[path] = pkg
	}
	return pkg, err
}
