//go:build js && wasm

// Command instant is the instant engine as the browser loads it: one process, one
// program. It makes an interpreter, waits for a program, runs it and exits as the
// program exits.
//
// It speaks to its host through three files, each of which can be opened once:
//
//	/awaitgo/request    read: one JSON object {"files": {name: source}, "args": [...]},
//	                    a program in core Go (package lang). Reading blocks until there
//	                    is a program; by then the interpreter is ready.
//	/awaitgo/deadlock   read: blocks until the host sees that nothing can ever happen
//	                    again: every goroutine waits, and no timer or input is awaited.
//	/awaitgo/report     written at most once: one JSON object that says what an exit
//	                    code can't.
//
// The program itself has the standard streams and the exit code to itself.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"awaitgo/wasm/interp"
	"awaitgo/wasm/rt"
)

// request is what the host wants run.
type request struct {
	Files map[string]string `json:"files"`
	Args  []string          `json:"args"`
}

// report says what an exit code can't. The host's side of it is Report in
// site/web/engine/protocol.ts.
type report struct {
	// Kind is panic, deadlock or fatal: how the program died; needs-http: it needs the
	// other build; or failed: the engine did not get it to run.
	Kind string `json:"kind"`
	Text string `json:"text,omitempty"` // what a terminal shows, up to the exit status
	File string `json:"file,omitempty"` // where the program died, if that is known
	Line int    `json:"line,omitempty"`
}

// maxStack is what calls may take, in bytes: a compiled program has the room for those
// that go deeper, and whoever calls for ever is not to wait for it.
const maxStack = 64 << 20

func main() {
	debug.SetMaxStack(maxStack)
	err := run()
	if errors.Is(err, interp.ErrNeedsHTTP) {
		end(report{Kind: "needs-http"})
	}
	if err != nil {
		end(report{Kind: "failed", Text: err.Error()})
	}
}

func run() error {
	session, err := interp.New()
	if err != nil {
		return err
	}
	rt.Die = func(d rt.Death) { end(report(d)) }
	if err := watchDeadlock(); err != nil {
		return err
	}
	requests, err := os.Open("/awaitgo/request")
	if err != nil {
		return err
	}
	var req request
	if err := json.NewDecoder(requests).Decode(&req); err != nil {
		return fmt.Errorf("reading the request: %w", err)
	}
	requests.Close()
	time.Local = time.UTC // as on a server; js/wasm would call the same zone UTC+0
	os.Args = append([]string{"main"}, req.Args...)
	return session.Run(req.Files)
}

// watchDeadlock has the program die of a deadlock once the host says that it is in one.
// Go's own runtime would tell of the interpreter's goroutines, and not of the program's.
func watchDeadlock() error {
	file, err := os.Open("/awaitgo/deadlock")
	if err != nil {
		return err
	}
	go func() {
		file.Read(make([]byte, 1))
		rt.Deadlock()
	}()
	return nil
}

// end leaves a report and exits as a program does that Go's runtime ends.
func end(r report) {
	// If the program has taken the file away, its exit code must do.
	if file, err := os.OpenFile("/awaitgo/report", os.O_WRONLY, 0); err == nil {
		json.NewEncoder(file).Encode(r)
	}
	os.Exit(2)
}
