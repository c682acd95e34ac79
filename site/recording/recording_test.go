package recording

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what is recorded into testdata")

func python(t *testing.T) string {
	t.Helper()
	command, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not on this machine: nothing can be recorded")
	}
	return command
}

// event is any event of a log.
type event struct {
	Seq, T, G, Line int
	Kind            string
	Parent          int
	Name            string
	Reason          string
	Names           []string
	Until           int
	By              any
	Text, Outcome   string
	ExitCode        *int
}

// String is an event in a line: when, who, what, and the line of the source.
func (e event) String() string {
	var what string
	switch e.Kind {
	case "start":
		what = fmt.Sprintf("starts %s, by %d", e.Name, e.Parent)
	case "block":
		what = e.Reason + " " + strings.Join(e.Names, ", ")
		if e.Reason == "sleep" {
			what = "sleeps until " + time.Duration(e.Until).String()
		}
	case "wake":
		what = fmt.Sprintf("goes on, by %v", e.By)
	case "output":
		what = fmt.Sprintf("prints %q", e.Text)
	case "raise":
		what = "raises " + e.Text
	case "end":
		what = "ends"
	case "outcome":
		what = e.Outcome
		if e.ExitCode != nil {
			what += fmt.Sprint(" ", *e.ExitCode)
		}
	default:
		what = e.Kind
	}
	if e.Line > 0 {
		what += fmt.Sprintf(" :%d", e.Line)
	}
	return fmt.Sprintf("%v %d %s\n", time.Duration(e.T), e.G, what)
}

func inWords(t *testing.T, log []byte) string {
	t.Helper()
	var b strings.Builder
	for i, line := range bytes.Split(bytes.TrimSpace(log), []byte("\n")) {
		var e event
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		if e.Seq != i {
			t.Errorf("line %d: seq %d", i+1, e.Seq)
		}
		if i > 0 {
			b.WriteString(e.String())
		}
	}
	return b.String()
}

// Each program of the archive has a file want: what its tasks do.
func TestTasksDoWhatTheyAreKnownToDo(t *testing.T) {
	command := python(t)
	file := filepath.Join("testdata", "programs.txtar")
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		program, want := archive.Files[i], &archive.Files[i+1]
		name := strings.TrimSuffix(program.Name, "/main.py")
		t.Run(name, func(t *testing.T) {
			record := Python
			if name == "chance" {
				record = Steady
			}
			log, err := record(t.Context(), command, string(program.Data))
			if errors.Is(err, ErrLacking) {
				t.Skip(err)
			}
			var got string
			if err != nil {
				got = "refused: " + err.Error() + "\n"
			} else {
				got = inWords(t, log)
			}
			if *update {
				want.Data = []byte(got)
			} else if got != string(want.Data) {
				t.Errorf("got\n%s\nwant\n%s\nTo accept it: go test ./site/recording -update", got, want.Data)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAMachineMayLackWhatItTakes(t *testing.T) {
	if _, err := Python(t.Context(), filepath.Join(t.TempDir(), "python3"), ""); !errors.Is(err, ErrLacking) {
		t.Errorf("without Python: %v", err)
	}
	_, err := Python(t.Context(), python(t), "import asyncio\nimport awaitgo_is_no_module\n")
	if !errors.Is(err, ErrLacking) {
		t.Errorf("without a module: %v", err)
	}
}

func TestLogsAreComparedBelowTheirHeaders(t *testing.T) {
	log := []byte("{\"python\":\"3.11\"}\n{}\n{\"a\":1}\n")
	for _, c := range []struct {
		other string
		line  int
	}{
		{"{\"python\":\"3.13\"}\n{}\n{\"a\":1}", 0},
		{"{}\n{}\n{\"a\":2}\n", 3},
		{"{}\n{}\n", 3},
		{"{}\n{}\n{\"a\":1}\n{}\n", 4},
		{"", 2},
	} {
		if line, same := Same(log, []byte(c.other)); line != c.line || same != (c.line == 0) {
			t.Errorf("%q: got line %d, %v; want line %d", c.other, line, same, c.line)
		}
	}
	if got := MadeBy(log); got != "3.11" {
		t.Errorf("made by %q", got)
	}
}
