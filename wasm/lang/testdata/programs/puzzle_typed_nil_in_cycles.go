package main

import "fmt"

type state func(*machine) state

type machine struct{ steps int }

func (m *machine) run(s state) {
	for s != nil {
		s = s(m)
		m.steps++
	}
}

// last ends by a nil of the unnamed type.
func last(*machine) state {
	var end func(*machine) state
	return end
}

type peano *peano

func number(n int) *peano {
	if n == 0 {
		return nil
	}
	p := peano(number(n - 1))
	return &p
}

func count(p peano) int {
	if p == nil {
		return 0
	}
	return 1 + count(*p)
}

type bunch []bunch

func main() {
	m := &machine{}
	m.run(func(*machine) state { return last })
	fmt.Println(m.steps)
	fmt.Println(count(number(5)), count(nil))
	var none bunch
	none = append(none)
	some := append(none, bunch{}, nil)
	fmt.Println(none == nil, some == nil, some[0] == nil, some[1] == nil)
}
