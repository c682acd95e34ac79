package main

import (
	"errors"
	"flag"
	"io"
)

// parseFlags reads flags before, between and after a command's operands, and
// returns the operands. What follows "--" is never a flag.
func parseFlags(flags *flag.FlagSet, help string, args []string) (operands []string, err error) {
	flags.SetOutput(io.Discard)
	for {
		if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, helpWanted(help)
		} else if err != nil {
			return nil, usage("%w", err).hint("see awaitgo %s --help", flags.Name())
		}
		rest := flags.Args()
		if len(rest) == 0 {
			return operands, nil
		}
		if read := len(args) - len(rest); read > 0 && args[read-1] == "--" {
			return append(operands, rest...), nil
		}
		operands = append(operands, rest[0])
		args = rest[1:]
	}
}
