package interp

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/traefik/yaegi/interp"

	"awaitgo/wasm/stdlib"
)

// ErrNeedsHTTP says that the program imports net/http, or what comes with it, and
// that this build of the engine does not hold it. Another build can run the program.
var ErrNeedsHTTP = errors.New("the program needs the build with net/http")

// Panicked is the error for a program whose main goroutine panicked. A panic in
// another goroutine ends the process, as it does in Go.
type Panicked struct {
	Value any
}

func (p *Panicked) Error() string { return "panic: " + panicText(p.Value) }

// Session is an interpreter that is ready to run one program. Making one takes far
// longer than most programs run, so it can be made before there is a program.
type Session struct {
	yaegi *interp.Interpreter
}

// New returns a session with the whole supported standard library in place. The
// program will use the process's own standard streams.
func New() (*Session, error) {
	yaegi := interp.New(interp.Options{
		Stdout: os.Stderr,  // only the builtins print and println write here
		Stderr: io.Discard, // the interpreter's notes on panics, in its own words
	})
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
	exports := interp.Exports{".": {"MapTypes": mapTypes}}
	for key, names := range stdlib.Symbols {
		if key == "fmt/fmt" {
			key = "fmt//fmt"
		}
		exports[key] = names
	}
	return exports
}

// Run compiles the files as package main and runs it. It returns nil when main
// returns, and otherwise a Rejected, ErrNeedsHTTP or a *Panicked. It can be called
// once.
func (s *Session) Run(files map[string]string) error {
	program, err := parse(s.yaegi.FileSet(), files)
	if err != nil {
		return err
	}
	if err := checkImports(s.yaegi.FileSet(), program); err != nil {
		return err
	}
	if err := s.loadGeneric(program); err != nil {
		return err
	}
	compiled, err := s.yaegi.CompileAST(program)
	if err != nil {
		return fromInterpreter(err)
	}
	_, err = s.yaegi.Execute(compiled)
	if p := (interp.Panic{}); errors.As(err, &p) {
		return &Panicked{p.Value}
	}
	if err != nil {
		return fromInterpreter(err)
	}
	return nil
}
