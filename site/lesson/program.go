package lesson

import (
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// A Program is Go that a reader can run.
type Program struct {
	Name    string // the folder's, or listing-N for one written in the text; unique in the lesson
	Dir     string // the folder's path in the lesson's file system; "" if written in the text
	Example int    // the example it belongs to; 0 if none
	Line    int    // where lesson.md shows it

	Exercise int    // the exercise that it solves; 0 for any other program
	Start    string // what a reader begins that with; a program without an exercise has none

	Go   string // the source
	Want string // what it prints, as SameOutput compares; unknown if Dir is ""

	Python     string // main.py; "" if there is none
	PythonWant string // what main.py prints

	Beside    string // the Python that a reader sees beside it: the text's, or main.py; "" if there is none
	BesideLog string // what that does, as python.jsonl tells; "" if there is no such file
}

// Shown is what a reader sees of the program, and may change.
func (p *Program) Shown() string {
	if p.Exercise > 0 {
		return p.Start
	}
	return p.Go
}

// The files of a program's folder.
const (
	mainGo         = "main.go"
	startGo        = "start/main.go"
	mainPython     = "main.py"
	wantFile       = "want.txt"
	wantPythonFile = "want-python.txt"
)

// LogFile is the file in a program's folder that holds the event log of the
// Python beside it.
const LogFile = "python.jsonl"

// readPrograms reads the folders that are programs or, by their name, should be.
func (d *draft) readPrograms() {
	entries, err := fs.ReadDir(d.fsys, d.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return // a lesson that is a file alone
	}
	if err != nil {
		d.wrong(0, "", "the lesson's folder can't be read: %v", err)
		return
	}
	for _, entry := range entries {
		folder := path.Join(d.dir, entry.Name())
		if !isDir(d.fsys, folder) {
			continue
		}
		example := numberIn(entry.Name(), "example-")
		exercise := numberIn(entry.Name(), "exercise-")
		if _, err := fs.Stat(d.fsys, path.Join(folder, mainGo)); err != nil && example == 0 && exercise == 0 {
			continue
		}
		p := d.readProgram(folder, exercise)
		p.Example = example
		d.programs = append(d.programs, p)
	}
}

// isDir follows links, which an entry of a listing does not.
func isDir(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// numberIn reads the N of example-N and example-N-and-a-name; 0 if the folder
// is no such one.
func numberIn(folder, prefix string) int {
	rest, ok := strings.CutPrefix(folder, prefix)
	if !ok {
		return 0
	}
	digits, _, _ := strings.Cut(rest, "-")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return max(0, n)
}

// readProgram reads one folder. A program with a file missing is a program
// still, so that one mistake does not cause others.
func (d *draft) readProgram(folder string, exercise int) *Program {
	p := &Program{Name: path.Base(folder), Dir: folder, Exercise: exercise}
	var ok bool
	if p.Go, ok = d.file(folder, mainGo); !ok {
		d.mistakes.add(path.Join(folder, mainGo), 1, "a program is a folder with main.go and want.txt", "there is no such file")
	}
	if p.Want, ok = d.file(folder, wantFile); !ok {
		d.mistakes.add(path.Join(folder, wantFile), 1, "put there what main.go prints: go run main.go > want.txt", "there is no such file")
	}
	p.Python, _ = d.file(folder, mainPython)
	if p.PythonWant, ok = d.file(folder, wantPythonFile); !ok {
		p.PythonWant = p.Want
	}
	d.readLog(p)
	if exercise > 0 {
		d.readStart(p)
	}
	d.refuseMoreGo(folder)
	return p
}

// readStart reads what a reader begins an exercise with.
func (d *draft) readStart(p *Program) {
	var ok bool
	file := path.Join(p.Dir, startGo)
	switch p.Start, ok = d.file(p.Dir, startGo); {
	case !ok:
		d.mistakes.add(file, 1, "an exercise is a folder with start/main.go, which the reader begins with, and main.go, which solves it", "there is no such file")
	case strings.TrimSpace(p.Start) == strings.TrimSpace(p.Go):
		d.mistakes.add(file, 1, "leave something to be done", "it is the solution already")
	}
}

// file reads a file of a program's folder, and says whether it is there.
func (d *draft) file(folder, name string) (text string, ok bool) {
	name = path.Join(folder, name)
	content, err := fs.ReadFile(d.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", false
	}
	if err != nil {
		d.mistakes.add(name, 1, "", "the file can't be read: %v", err)
	}
	return string(newSource(content)), true
}

// refuseMoreGo reports Go files that the page would silently leave out.
func (d *draft) refuseMoreGo(folder string) {
	entries, _ := fs.ReadDir(d.fsys, folder) // readPrograms has been here
	for _, entry := range entries {
		if name := entry.Name(); path.Ext(name) == ".go" && name != mainGo {
			d.mistakes.add(path.Join(folder, name), 1, "move its code into main.go", "a lesson's program is main.go alone")
		}
	}
}
