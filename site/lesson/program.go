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

	Go   string // the source
	Want string // what it prints, as SameOutput compares; unknown if Dir is ""

	Python     string // main.py; "" if there is none
	PythonWant string // what main.py prints
}

// The files of a program's folder.
const (
	mainGo         = "main.go"
	mainPython     = "main.py"
	wantFile       = "want.txt"
	wantPythonFile = "want-python.txt"
)

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
		number, isPort := portNumber(entry.Name())
		if _, err := fs.Stat(d.fsys, path.Join(folder, mainGo)); err != nil && !isPort {
			continue
		}
		p := d.readProgram(folder)
		p.Example = number
		d.programs = append(d.programs, p)
	}
}

// isDir follows links, which an entry of a listing does not.
func isDir(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// portNumber reads the N of example-N and example-N-and-a-name.
func portNumber(folder string) (n int, ok bool) {
	rest, ok := strings.CutPrefix(folder, "example-")
	if !ok {
		return 0, false
	}
	digits, _, _ := strings.Cut(rest, "-")
	n, err := strconv.Atoi(digits)
	return n, err == nil && n > 0
}

// readProgram reads one folder. A program with a file missing is a program
// still, so that one mistake does not cause others.
func (d *draft) readProgram(folder string) *Program {
	p := &Program{Name: path.Base(folder), Dir: folder}
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
	d.refuseMoreGo(folder)
	return p
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
