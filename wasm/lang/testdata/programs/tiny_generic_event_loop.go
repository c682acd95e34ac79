package main

import (
	"fmt"
)

type Msg interface{ isMsg() }
type Inc struct{ by int }
type Set[T any] struct{ v T }
type Quit struct{}

func (Inc) isMsg()    {}
func (Set[T]) isMsg() {}
func (Quit) isMsg()   {}

type Model struct {
	n    int
	name string
	log  []string
}

func update(m Model, msg Msg) (Model, Msg) {
	m.log = append(m.log, fmt.Sprintf("%T", msg))
	switch msg := msg.(type) {
	case Inc:
		m.n += msg.by
		if m.n > 5 {
			return m, Set[string]{"big"}
		}
	case Set[string]:
		m.name = msg.v
	case Set[int]:
		m.n = msg.v
		return m, Inc{1}
	case Quit:
		return m, nil
	}
	return m, nil
}

func main() {
	var m Model
	queue := []Msg{Inc{2}, Set[int]{4}, Inc{3}, Quit{}, Inc{100}}
	for len(queue) > 0 {
		msg := queue[0]
		queue = queue[1:]
		var next Msg
		if m, next = update(m, msg); next != nil {
			queue = append([]Msg{next}, queue...)
		}
		if _, quit := msg.(Quit); quit {
			break
		}
	}
	fmt.Printf("%d %q %v %d\n", m.n, m.name, m.log, len(queue))
}
