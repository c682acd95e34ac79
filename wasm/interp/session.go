package interp

import (
	"errors"
	"fmt"
	"io"
	"maps"

	"github.com/traefik/yaegi/interp"

	"awaitgo/wasm/rt"
	"awaitgo/wasm/stdlib"
)

// ErrNeedsHTTP says that the program imports net/http, or what comes with it, and
// that this build of the engine does not hold it. Another build can run the program.
var ErrNeedsHTTP = errors.New("the program needs the build with net/http")

// Session is an interpreter that is ready to run one program. Making one takes far
// longer than most programs run, so it can be made before there is a program.
type Session struct {
	yaegi *interp.Interpreter
}

// New returns a session with the whole supported standard library and package rt in
// place. The program will use the process's own standard streams.
func New() (*Session, error) {
	yaegi := interp.New(interp.Options{
		Stdout: io.Discard, // the program has the real streams; this is for the interpreter's own
		Stderr: io.Discard, // notes, which are in its words
	})
	rt.UseWrappers(stdlib.Symbols)
	if err := yaegi.Use(symbols()); err != nil {
		return nil, fmt.Errorf("loading the standard library: %w", err)
	}
	connect()
	return &Session{yaegi}, nil
}

// symbols is the standard library under keys that the interpreter takes as they
// are. On seeing "fmt/fmt" it would put its own tamer variants of fmt, log and os
// in place of the real ones (log.Fatal that does not exit, for one). A learner's
// program has the process to itself and gets the real ones.
func symbols() interp.Exports {
	exports := interp.Exports{}
	for key, names := range stdlib.Symbols {
		if key == "fmt/fmt" {
			key = "fmt//fmt"
		}
		exports[key] = names
	}
	maps.Copy(exports, rt.Symbols)
	return exports
}

// Run runs a program in core Go: one that package lang has translated. It returns nil
// when main returns, ErrNeedsHTTP, or an error of which only we are guilty, since what
// package lang gives is right: the interpreter does not take the program. A program
// that exits, panics or finds itself deadlocked ends the process. Run can be called
// once.
func (s *Session) Run(files map[string]string) error {
	program, err := parse(s.yaegi.FileSet(), files)
	if err != nil {
		return err
	}
	if needsHTTP(program) {
		return ErrNeedsHTTP
	}
	compiled, err := s.yaegi.CompileAST(program)
	if err != nil {
		return err
	}
	_, err = s.yaegi.Execute(compiled)
	return err
}
