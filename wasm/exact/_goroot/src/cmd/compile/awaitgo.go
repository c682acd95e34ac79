package main

import (
	"cmd/internal/objabi"
	"os"
)

// All other packages are initialized by now. What follows depends on the program.
func init() { objabi.FromHost(&os.Args) }
