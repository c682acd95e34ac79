//go:build js && wasm && overlay

package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime/debug"

	"awaitgo/wasm/checker/server"
	"awaitgo/wasm/export"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run() error {
	// A check leaves a few megabytes behind; collecting them takes longer than a check.
	debug.SetGCPercent(400)
	archive, err := export.Open()
	if err != nil {
		return err
	}
	s, err := server.New(archive)
	if err != nil {
		return err
	}
	requests, err := os.Open("/awaitgo/request")
	if err != nil {
		return err
	}
	reports, err := os.OpenFile("/awaitgo/report", os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	questions := bufio.NewReader(requests)
	for {
		line, err := questions.ReadBytes('\n')
		if err != nil {
			return fmt.Errorf("reading a question: %w", err)
		}
		q, err := server.Decode(line)
		if err != nil {
			return err
		}
		if _, err := reports.Write(s.Answer(q).Encode()); err != nil {
			return err
		}
	}
}
