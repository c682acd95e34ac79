package main

import (
	"fmt"
	"slices"
)

type Observer interface{ Notify(string, any) }
type Func func(string, any)

func (f Func) Notify(s string, v any) { f(s, v) }

type Subject struct {
	obs   []Observer
	state map[string]any
}

func (s *Subject) Attach(o Observer) (detach func()) {
	s.obs = append(s.obs, o)
	i := len(s.obs) - 1
	return func() { s.obs[i] = nil }
}

func (s *Subject) Set(k string, v any) {
	if s.state == nil {
		s.state = make(map[string]any)
	}
	if old, ok := s.state[k]; ok && old == v {
		return
	}
	s.state[k] = v
	for _, o := range s.obs {
		if o != nil {
			o.Notify(k, v)
		}
	}
}

type recorder struct{ seen []string }

func (r *recorder) Notify(k string, v any) { r.seen = append(r.seen, fmt.Sprintf("%s=%v", k, v)) }

func main() {
	var s Subject
	r := &recorder{}
	n := 0
	off := s.Attach(r)
	s.Attach(Func(func(string, any) { n++ }))
	s.Set("a", 1)
	s.Set("a", 1)
	s.Set("a", "1")
	s.Set("p", [2]int{1, 2})
	s.Set("p", [2]int{1, 2})
	off()
	s.Set("b", nil)
	s.Set("b", nil)
	fmt.Println(r.seen, n, len(s.state), slices.IndexFunc(s.obs, func(o Observer) bool { return o == nil }))
	_, isRec := s.obs[1].(*recorder)
	fmt.Println(isRec, s.obs[0] == nil)
}
