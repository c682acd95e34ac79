package objabi

import (
	"bytes"
	"encoding/json"
	"os"
)

// FromHost waits until the host has something to say, a line of JSON on standard
// input, and stores it in v. While a tool waits here the host may take a copy of it,
// and later go on from that copy as often as it likes.
func FromHost(v any) {
	var line []byte
	for chunk := make([]byte, 1<<16); !bytes.HasSuffix(line, []byte("\n")); {
		n, err := os.Stdin.Read(chunk)
		line = append(line, chunk[:n]...)
		if err != nil {
			break
		}
	}
	if err := json.Unmarshal(line, v); err != nil {
		panic("the host said " + string(line))
	}
}
