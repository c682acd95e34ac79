package lesson

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// placePrograms puts every program where the text wants it: first those that
// a fence names, then the others into their examples.
func (d *draft) placePrograms() {
	placed := map[*Program]bool{}
	for _, l := range all[*Listing](d.lesson.Body) {
		if l.Program == nil || l.Program.Dir == "" {
			continue
		}
		p := d.program(func(p *Program) bool { return p.Name == l.Program.Name })
		if p != nil && p.Exercise > 0 {
			d.wrong(l.Pos(), "leave the fence out: an exercise shows its program itself", "%s belongs to an exercise", p.Name)
			placed[p] = true
			continue
		}
		if p == nil {
			d.wrong(l.Pos(), "run= names a folder beside lesson.md, with main.go and want.txt",
				"there is no program in a folder %q", l.Program.Name)
			continue
		}
		placed[p] = true
		replace(l, p.show(l.Line, ""))
	}
	for _, e := range d.lesson.Examples {
		p := d.program(func(p *Program) bool { return p.Example == e.Number })
		if p != nil && !placed[p] {
			placed[p] = true
			d.join(e, p)
		}
	}
	for _, e := range d.lesson.Exercises {
		p := d.program(func(p *Program) bool { return p.Exercise == e.Number })
		if p == nil {
			d.wrong(e.Pos(), "put it into a folder exercise-"+strconv.Itoa(e.Number)+", with start/main.go, main.go and want.txt",
				"exercise %d has no program", e.Number)
		} else if !placed[p] {
			placed[p] = true
			d.pose(e, p)
		}
	}
	d.refuseUnplaced(placed)
	d.refuseLogsAlone(placed)
	d.refuseEmptyPython()
}

// program is the first program of the folder that matches; nil if none does.
func (d *draft) program(match func(*Program) bool) *Program {
	if i := slices.IndexFunc(d.programs, match); i >= 0 {
		return d.programs[i]
	}
	return nil
}

// show is the program as the page has it, beside its Python if there is some.
// The text's own Python goes before main.py.
func (p *Program) show(line int, python string) ast.Node {
	p.Line = line
	goListing := &Listing{Lang: "go", Code: p.Shown(), Line: line, Program: p}
	if python == "" {
		python = p.Python
	}
	if python == "" {
		return goListing
	}
	p.Beside = python
	return &Pair{Python: &Listing{Lang: "python", Code: python, Line: line}, Go: goListing}
}

// join shows an example's program beside its first Python or, without any,
// below its first paragraph.
func (d *draft) join(e *Example, p *Program) {
	for _, l := range all[*Listing](e) {
		if l.Lang != "python" {
			continue
		}
		if l.Code == "" && p.Python == "" {
			d.wrong(l.Pos(), "write the Python into the fence or into main.py",
				"the Python fence is empty, and %s has no main.py", p.Name)
		}
		replace(l, p.show(l.Line, l.Code))
		return
	}
	after := e.FirstChild()
	for n := after; n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindParagraph {
			after = n
			break
		}
	}
	e.InsertAfter(e, after, p.show(d.line(e.Pos()), ""))
}

// pose shows what an exercise begins with below what it asks for, and above the
// hints: its first details.
func (d *draft) pose(e *Exercise, p *Program) {
	after := e.FirstChild()
	for n := after; n != nil && n.Kind() != KindDetails; n = n.NextSibling() {
		after = n
	}
	p.Line = d.line(e.Pos())
	e.InsertAfter(e, after, &Listing{Lang: "go", Code: p.Start, Line: p.Line, Program: p})
}

// refuseUnplaced reports programs that no reader would see. The second program
// of an example, or of an exercise, is one of them.
func (d *draft) refuseUnplaced(placed map[*Program]bool) {
	first := map[string]string{} // by the heading that it is below
	for _, p := range d.programs {
		file := p.Dir + "/" + mainGo
		heading := headingOf(p)
		switch twin := first[heading]; {
		case twin != "" && p.Exercise > 0:
			d.mistakes.add(file, 1, "give it another number, and a heading of its own",
				"exercise %d has a program already, in %s", p.Exercise, twin)
		case twin != "":
			d.mistakes.add(file, 1, "give the second program a name of its own, and show it with run=",
				"example %d has a program already, in %s", p.Example, twin)
		case placed[p]:
		case heading != "":
			d.mistakes.add(file, 1, "add the heading, or rename the folder",
				"%s has no heading %q", Name, heading)
		default:
			d.mistakes.add(file, 1, "write ```go run="+p.Name+" above an empty fence",
				"%s shows this program nowhere", Name)
		}
		if heading != "" {
			first[heading] = p.Name
		}
	}
}

// refuseLogsAlone reports logs of Python that is not there.
func (d *draft) refuseLogsAlone(placed map[*Program]bool) {
	for _, p := range d.programs {
		if placed[p] && p.BesideLog != "" && p.Beside == "" {
			d.mistakes.add(p.Dir+"/"+LogFile, 1, "add a main.py, or remove this file",
				"it tells what the Python beside the program does, and there is none")
		}
	}
}

// refuseEmptyPython reports empty Python that no program has filled in.
func (d *draft) refuseEmptyPython() {
	for _, l := range all[*Listing](d.lesson.Body) {
		if l.Lang == "python" && l.Code == "" {
			d.wrong(l.Pos(), "write the Python into the fence, or add the example's program with a main.py",
				"the Python fence is empty")
		}
	}
}
