package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
)

const (
	exportSection = 7
	globalExport  = 3
	// So many global variables a Go program has: its registers.
	registers = 8
)

// exportGlobals adds the global variables of a Go program to what its module exports,
// as global0 and so on. With them and the memory a host has all that makes up a
// program that waits.
func exportGlobals(file string) error {
	module, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for at := 8; at < len(module); {
		id := module[at]
		size, n := binary.Uvarint(module[at+1:])
		begin := at + 1 + n
		end := begin + int(size)
		if n <= 0 || end > len(module) {
			return fmt.Errorf("%s: not a WebAssembly module", file)
		}
		if id == exportSection {
			count, n := binary.Uvarint(module[begin:end])
			content := append(leb128(int(count)+registers), module[begin+n:end]...)
			for i := range registers {
				name := fmt.Sprintf("global%d", i)
				content = append(append(append(content, leb128(len(name))...), name...), globalExport, byte(i))
			}
			section := append(append([]byte{exportSection}, leb128(len(content))...), content...)
			return os.WriteFile(file, bytes.Join([][]byte{module[:at], section, module[end:]}, nil), 0o777)
		}
		at = end
	}
	return fmt.Errorf("%s exports nothing", file)
}
