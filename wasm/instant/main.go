//go:build js && wasm

// Command instant is the instant engine as the browser loads it: one process, one
// program. It makes an interpreter, waits for a program, runs it and exits as the
// program exits.
//
// It speaks to its host through two files, each of which can be opened once:
//
//	/awaitgo/request   read: one JSON object {"files": {name: source}, "args": [...]}.
//	                   Reading blocks until there is a program; by then the
//	                   interpreter is ready.
//	/awaitgo/report    written at most once: one JSON object that says why the
//	                   program did not run, or how main panicked.
//
// The program itself has the standard streams and the exit code to itself.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"awaitgo/wasm/interp"
)

// request is what the host wants run.
type request struct {
	Files map[string]string `json:"files"`
	Args  []string          `json:"args"`
}

// report says what an exit code can't. The host's side of it is in
// site/web/engine/host/report.ts.
type report struct {
	Kind        string              `json:"kind"` // rejected, needs-http, panic or failed
	Diagnostics []interp.Diagnostic `json:"diagnostics,omitempty"`
	Text        string              `json:"text,omitempty"`
}

func main() {
	if err := run(); err != nil {
		tell(err)
		os.Exit(2)
	}
}

func run() error {
	session, err := interp.New()
	if err != nil {
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

// tell reports why the program did not end by itself.
func tell(err error) {
	var r report
	var rejected interp.Rejected
	var panicked *interp.Panicked
	switch {
	case errors.Is(err, interp.ErrNeedsHTTP):
		r.Kind = "needs-http"
	case errors.As(err, &rejected):
		r.Kind, r.Diagnostics = "rejected", rejected
	case errors.As(err, &panicked):
		r.Kind, r.Text = "panic", panicked.Error()
	default:
		r.Kind, r.Text = "failed", err.Error()
	}
	file, err := os.OpenFile("/awaitgo/report", os.O_WRONLY, 0)
	if err != nil {
		return // the host closed it, or the program opened it: the exit code must do
	}
	json.NewEncoder(file).Encode(r)
}
