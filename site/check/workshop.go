package check

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"awaitgo/site/lesson"
	"awaitgo/site/recording"
)

// workshop is a folder in which programs are built, all by one call of the go
// command, and run: a Go module with a folder for each program.
type workshop struct {
	*checker
	dir      string
	programs map[string]*program // by folder
	again    []func()            // runs that failed, to be tried once more when nothing else runs
}

func newWorkshop(c *checker, programs []*program) (*workshop, error) {
	dir, err := os.MkdirTemp("", "awaitgo-check-")
	if err != nil {
		return nil, err
	}
	w := &workshop{checker: c, dir: dir, programs: map[string]*program{}}
	if err := w.fill(programs); err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

func (w *workshop) close() { os.RemoveAll(w.dir) }

// fill writes the programs, and the module that they are of. The module is
// one with the requirements of that which the course stands in.
func (w *workshop) fill(programs []*program) error {
	module := []byte("module lessons\n\ngo 1.26\n")
	if w.opts.Module != "" {
		content, err := os.ReadFile(filepath.Join(w.opts.Module, "go.mod"))
		if err != nil {
			return err
		}
		module = content
		if sums, err := os.ReadFile(filepath.Join(w.opts.Module, "go.sum")); err == nil {
			if err := w.write("go.sum", sums); err != nil {
				return err
			}
		}
	}
	if err := w.write("go.mod", module); err != nil {
		return err
	}
	for _, p := range programs {
		w.programs[p.folder] = p
		if !p.sound {
			continue
		}
		if err := w.write(p.folder+"/main.go", []byte(p.source.Go)); err != nil {
			return err
		}
		if p.source.Python != "" {
			if err := w.write(p.folder+"/main.py", []byte(p.source.Python)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *workshop) write(name string, content []byte) error {
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file, content, 0o666)
}

// sound lists the folders of programs that compile, as far as is known.
func (w *workshop) sound() []string {
	var folders []string
	for i := range len(w.programs) {
		if folder := fmt.Sprintf("p%04d", i); w.programs[folder].sound {
			folders = append(folders, "./"+folder)
		}
	}
	return folders
}

// build compiles and vets the programs.
func (w *workshop) build() error {
	if err := os.Mkdir(filepath.Join(w.dir, "bin"), 0o777); err != nil {
		return err
	}
	// One program that doesn't compile keeps the go command from building the
	// others, so it is called again without those that it has refused.
	for refused := 1; refused > 0; {
		var err error
		if refused, err = w.call("compile", "build", "-o", "bin/"); err != nil {
			return err
		}
	}
	_, err := w.call("vet", "vet")
	return err
}

// call calls the go command for all programs that are sound, and counts what
// it has to say about them.
func (w *workshop) call(rule string, args ...string) (messages int, err error) {
	folders := w.sound()
	if len(folders) == 0 {
		return 0, nil
	}
	out, err := w.goCommand(append(args, folders...)...).CombinedOutput()
	if err == nil {
		return 0, nil
	}
	if messages = w.readMessages(rule, string(out)); messages == 0 {
		return 0, fmt.Errorf("go %s: %w\n%s", args[0], err, bytes.TrimSpace(out))
	}
	return messages, nil
}

// goCommand is a call of the go command in the workshop.
func (w *workshop) goCommand(args ...string) *exec.Cmd {
	command := exec.CommandContext(w.ctx, w.opts.Go, args...)
	command.Dir = w.dir
	command.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOTOOLCHAIN=local", "GOOS=", "GOARCH=")
	return command
}

// goMessage is what the go command says about a place: p0001/main.go:3:2: text
var goMessage = regexp.MustCompile(`^(?:vet: )?(?:\./)?(p\d{4,})[/\\]main\.go:(\d+)(?::(\d+))?: (.*)$`)

// readMessages turns what the go command says into findings. A line that
// begins with a tab goes on with the one above.
func (w *workshop) readMessages(rule, out string) (count int) {
	out = strings.ReplaceAll(out, ":\n\t", ": ")
	out = strings.ReplaceAll(out, "\n\t", "; ")
	unplaced := map[string]bool{}
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		form := goMessage.FindStringSubmatch(line)
		if form == nil {
			// The linker has no place for what it finds missing.
			if header, is := strings.CutPrefix(line, "# "); is {
				_, folder, _ := strings.Cut(header, "/p")
				clear(unplaced)
				unplaced["p"+folder] = true
			} else if strings.HasPrefix(line, "runtime.main_main·f") {
				for folder := range unplaced {
					if p := w.programs[folder]; p != nil {
						w.findings(p, rule, 1, 1, "write func main() { … }", "function main is undeclared in the main package")
						p.sound = false
						count++
					}
				}
			}
			continue
		}
		p := w.programs[form[1]]
		if p == nil {
			continue
		}
		number, _ := strconv.Atoi(form[2])
		column, _ := strconv.Atoi(form[3])
		hint := ""
		if strings.Contains(form[4], "no required module provides") {
			hint = "put a go.mod that requires it beside the lessons, or above"
		}
		w.findings(p, rule, number, max(1, column), hint, "%s", form[4])
		if rule == "compile" {
			p.sound = false
		}
		count++
	}
	return count
}

// run runs every program in all the ways there are, many at a time: they
// sleep nearly all of their time. What an interpreter or Python takes is more.
func (w *workshop) run() error {
	if w.opts.NoRun {
		w.skip("no program was run, as you asked")
		return nil
	}
	var sleepers, workers errgroup.Group
	sleepers.SetLimit(16 * runtime.GOMAXPROCS(0))
	workers.SetLimit(3 * runtime.GOMAXPROCS(0))
	for _, folder := range w.sound() {
		p := w.programs[strings.TrimPrefix(folder, "./")]
		if p.source.Dir == "" && p.question == nil {
			continue // nothing is said about what it prints
		}
		sleepers.Go(func() error { w.runProgram(p, &workers); return nil })
		if p.source.Exercise > 0 && w.opts.Go != "" {
			workers.Go(func() error { w.runStart(p); return nil })
		}
		if recording.Wanted(p.source.Beside) {
			if w.opts.Python == "" {
				w.skip("python3 is not on this machine: no " + lesson.LogFile + " was compared")
			} else {
				workers.Go(func() error { w.record(p, false); return nil })
			}
		}
		if p.source.Python != "" {
			if w.opts.Python == "" {
				w.skip("python3 is not on this machine: no main.py was run")
				continue
			}
			workers.Go(func() error { w.runPython(p, false); return nil })
		}
	}
	sleepers.Wait()
	workers.Wait()
	for i := 0; i < len(w.again); i++ {
		w.again[i]()
	}
	return w.ctx.Err()
}

// later tries a run once more when nothing else runs: a program whose sleeps
// give its order may lose that order on a busy machine.
func (w *workshop) later(run func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.again = append(w.again, run)
}

// result is what a run has left.
type result struct {
	stdout, stderr string
	status         int
	late           bool // it was ended, as it did not end itself
}

// keep is how much of a program's output is looked at.
const keep = 1 << 20

// bounded keeps the beginning of what is written to it.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(p []byte) (int, error) {
	b.Buffer.Write(p[:min(len(p), keep-b.Len())])
	return len(p), nil
}

// start runs a command in a program's folder.
func (w *workshop) start(p *program, line ...string) (result, error) {
	ctx, cancel := context.WithTimeout(w.ctx, w.opts.Timeout)
	defer cancel()
	command := exec.CommandContext(ctx, line[0], line[1:]...)
	command.Dir = filepath.Join(w.dir, p.folder)
	command.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8")
	var stdout, stderr bounded
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	r := result{stdout: stdout.String(), stderr: stderr.String(), late: ctx.Err() != nil}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		r.status = exit.ExitCode()
		err = nil
	}
	if r.late {
		err = nil
	}
	return r, err
}

// text is what want.txt holds of a run: of one that failed, also what a
// terminal shows up to the first goroutine's trace, and its status.
func (r result) text() string {
	if r.status == 0 {
		return r.stdout
	}
	said, _, _ := strings.Cut("\n"+r.stderr, "\ngoroutine ")
	said = strings.TrimSpace(said)
	if said != "" {
		said += "\n"
	}
	return fmt.Sprintf("%s%sexit status %d\n", r.stdout, said, r.status)
}
