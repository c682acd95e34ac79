package main

import (
	"errors"
	"fmt"
)

type Stack []rune

func (s *Stack) Push(r rune) { *s = append(*s, r) }
func (s *Stack) Pop() (r rune, ok bool) {
	if len(*s) == 0 {
		return
	}
	r, *s = (*s)[len(*s)-1], (*s)[:len(*s)-1]
	return r, true
}

var ErrUnbalanced = errors.New("unbalanced")

func check(s string) error {
	var st Stack
	pairs := map[rune]rune{')': '(', ']': '[', '}': '{'}
	for i, r := range s {
		switch r {
		case '(', '[', '{':
			st.Push(r)
		case ')', ']', '}':
			if open, ok := st.Pop(); !ok || open != pairs[r] {
				return fmt.Errorf("%w at %d: %q", ErrUnbalanced, i, r)
			}
		}
	}
	if len(st) > 0 {
		return fmt.Errorf("%w: %q left", ErrUnbalanced, string(st))
	}
	return nil
}

func main() {
	for _, s := range []string{"(a[b]{c})", "(]", "((", "}", ""} {
		err := check(s)
		fmt.Println(s, err, errors.Is(err, ErrUnbalanced))
	}
	var q []int
	for i := range 5 {
		q = append(q, i)
		if i%2 == 1 {
			q = q[1:]
		}
	}
	fmt.Println(q, len(q))
}
