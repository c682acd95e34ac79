package main

import (
	"fmt"
	"strings"
)

type State int
type Event string

const (
	Locked State = iota
	Unlocked
	Broken
)

var names = map[State]string{Locked: "locked", Unlocked: "unlocked", Broken: "broken"}

func (s State) String() string { return names[s] }

type transition struct {
	from State
	ev   Event
}

type action func(m *Machine) State

type Machine struct {
	state State
	coins int
	table map[transition]action
	trace []string
}

func (m *Machine) Fire(events ...Event) error {
	for _, ev := range events {
		act, ok := m.table[transition{m.state, ev}]
		if !ok {
			return fmt.Errorf("no transition from %v on %q", m.state, ev)
		}
		next := act(m)
		m.trace = append(m.trace, fmt.Sprintf("%v-%s->%v", m.state, ev, next))
		m.state = next
	}
	return nil
}

// A state may also be a function that returns the next one.
type stateFn func(*lexer) stateFn

type lexer struct {
	in    string
	pos   int
	words []string
}

func lexSpace(l *lexer) stateFn {
	for l.pos < len(l.in) && l.in[l.pos] == ' ' {
		l.pos++
	}
	if l.pos == len(l.in) {
		return nil
	}
	return lexWord
}

func lexWord(l *lexer) stateFn {
	start := l.pos
	for l.pos < len(l.in) && l.in[l.pos] != ' ' {
		l.pos++
	}
	l.words = append(l.words, l.in[start:l.pos])
	return lexSpace
}

func main() {
	m := &Machine{table: map[transition]action{
		{Locked, "coin"}:   func(m *Machine) State { m.coins++; return Unlocked },
		{Locked, "push"}:   func(*Machine) State { return Locked },
		{Unlocked, "push"}: func(*Machine) State { return Locked },
		{Unlocked, "coin"}: func(m *Machine) State {
			if m.coins++; m.coins > 2 {
				return Broken
			}
			return Unlocked
		},
	}}
	fmt.Println(m.Fire("push", "coin", "push", "coin", "coin"))
	fmt.Println(m.Fire("push"))
	fmt.Println(m.state, m.coins, State(7) == 7, State(7))
	fmt.Println(strings.Join(m.trace, "\n"))
	l := &lexer{in: "  some words   here "}
	for f := stateFn(lexSpace); f != nil; {
		f = f(l)
	}
	fmt.Printf("%q\n", l.words)
}
