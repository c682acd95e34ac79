package main

import "fmt"

type lexer struct {
	input string
	pos   int
	out   []string
}
type stateFn func(*lexer) stateFn

func lexText(l *lexer) stateFn {
	for l.pos < len(l.input) {
		if c := l.input[l.pos]; c >= '0' && c <= '9' {
			return lexNumber
		}
		l.out = append(l.out, "t:"+string(l.input[l.pos]))
		l.pos++
	}
	return nil
}

func lexNumber(l *lexer) stateFn {
	start := l.pos
	for l.pos < len(l.input) && l.input[l.pos] >= '0' && l.input[l.pos] <= '9' {
		l.pos++
	}
	l.out = append(l.out, "n:"+l.input[start:l.pos])
	return lexText
}

type Tree []Tree
type Nested map[string]Nested

func depth(t Tree) int {
	d := 0
	for _, k := range t {
		d = max(d, depth(k))
	}
	return d + 1
}

func main() {
	l := &lexer{input: "ab12c3"}
	for state := stateFn(lexText); state != nil; {
		state = state(l)
	}
	fmt.Println(l.out)
	fmt.Println(depth(Tree{{}, {{}, {{}}}}))
	n := Nested{"a": {"b": nil}}
	n["c"] = Nested{}
	fmt.Println(len(n), len(n["a"]), n["a"]["b"] == nil)
}
