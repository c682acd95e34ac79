package lang_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"strings"
	"time"
)

// result is how a program ended.
type result struct {
	Stdout string
	Stderr string
	Exit   int
}

// run runs a lowered program in a process of its own, with that as its standard input.
func run(lowered, stdin string) result {
	r, w, err := os.Pipe()
	if err != nil {
		return result{Stderr: err.Error(), Exit: -1}
	}
	go func() {
		json.NewEncoder(w).Encode(lowered)
		w.Close()
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), "AWAITGO_PROGRAM=1")
	cmd.ExtraFiles = []*os.File{r}
	cmd.Stdin = strings.NewReader(stdin)
	defer r.Close()
	return finish(cmd)
}

func finish(cmd *exec.Cmd) result {
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	res := result{Stdout: stdout.String(), Stderr: stderr.String()}
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		res.Exit = exit.ExitCode()
	case err != nil:
		res.Exit = -1
		res.Stderr += err.Error()
	}
	return res
}
