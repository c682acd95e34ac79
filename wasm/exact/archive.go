package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
)

const (
	archiveMagic = "!<arch>\n"
	headerBytes  = 60
	// The first entry of a package's archive: its declarations, behind a header that
	// the linker reads too.
	declarationsEntry = "__.PKGDEF"
)

// splitArchive reads a compiled package and returns what the compiler reads of it and
// what the linker reads, each an archive of its own.
func splitArchive(path string) (declarations, code []byte, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	rest, ok := bytes.CutPrefix(text, []byte(archiveMagic))
	if !ok {
		return nil, nil, fmt.Errorf("%s is no archive", path)
	}
	declarations, code = []byte(archiveMagic), []byte(archiveMagic)
	for len(rest) > 0 {
		if len(rest) < headerBytes {
			return nil, nil, fmt.Errorf("%s is cut short", path)
		}
		name := strings.TrimSpace(string(rest[:16]))
		size, err := strconv.Atoi(strings.TrimSpace(string(rest[48:58])))
		if err != nil || headerBytes+size > len(rest) {
			return nil, nil, fmt.Errorf("%s: entry %s has no proper size", path, name)
		}
		entry := rest[:min(headerBytes+size+size%2, len(rest))]
		rest = rest[len(entry):]
		if name != declarationsEntry {
			code = append(code, entry...)
			continue
		}
		declarations = append(declarations, entry...)
		// The linker wants the entry, but of its text only the lines before the first $$.
		content := entry[headerBytes : headerBytes+size]
		if i := bytes.Index(content, []byte("\n$$")); i >= 0 {
			content = append(bytes.Clone(content[:i]), "\n$$B\n\n$$\n"...)
		}
		code = append(code, fmt.Sprintf("%-48s%-10d`\n", entry[:48], len(content))...)
		code = append(code, content...)
		if len(content)%2 == 1 {
			code = append(code, 0)
		}
	}
	return declarations, code, nil
}
