package main

import "fmt"

type Command interface {
	Do()
	Undo()
}

type Editor struct {
	text    []rune
	history []Command
	redo    []Command
}

type insert struct {
	e    *Editor
	at   int
	text string
}

type remove struct {
	e       *Editor
	at, n   int
	removed []rune
}

func (c insert) Do() {
	c.e.text = append(c.e.text[:c.at:c.at], append([]rune(c.text), c.e.text[c.at:]...)...)
}
func (c insert) Undo() { (&remove{e: c.e, at: c.at, n: len([]rune(c.text))}).Do() }

func (c *remove) Do() {
	c.removed = append([]rune{}, c.e.text[c.at:c.at+c.n]...)
	c.e.text = append(c.e.text[:c.at:c.at], c.e.text[c.at+c.n:]...)
}
func (c *remove) Undo() { insert{c.e, c.at, string(c.removed)}.Do() }

func (c insert) String() string  { return fmt.Sprintf("insert %q", c.text) }
func (c *remove) String() string { return fmt.Sprintf("remove %d", c.n) }

func (e *Editor) Run(c Command) {
	c.Do()
	e.history = append(e.history, c)
	e.redo = nil
}

func (e *Editor) Undo() bool {
	if len(e.history) == 0 {
		return false
	}
	last := e.history[len(e.history)-1]
	e.history = e.history[:len(e.history)-1]
	last.Undo()
	e.redo = append(e.redo, last)
	return true
}

func (e *Editor) Redo() bool {
	if len(e.redo) == 0 {
		return false
	}
	c := e.redo[len(e.redo)-1]
	e.redo = e.redo[:len(e.redo)-1]
	c.Do()
	e.history = append(e.history, c)
	return true
}

func main() {
	e := &Editor{}
	show := func(label string) { fmt.Printf("%-8s %q %v\n", label, string(e.text), e.history) }
	e.Run(insert{e, 0, "héllo"})
	show("insert")
	e.Run(insert{e, 5, " world"})
	e.Run(&remove{e: e, at: 0, n: 2})
	show("remove")
	fmt.Println(e.Undo(), e.Undo())
	show("undo")
	fmt.Println(e.Redo(), len(e.redo))
	show("redo")
	e.Run(insert{e, 0, ">"})
	show("new")
	fmt.Println(e.Redo())
	for e.Undo() {
	}
	show("empty")
	var c Command = insert{e, 0, "x"}
	_, ok := c.(*remove)
	fmt.Printf("%T %v %v\n", c, c, ok)
}
