package main

import (
	"fmt"
	"os"
	"strings"
)

type op struct {
	kind byte
	n    int
}

func compile(src string) ([]op, error) {
	var prog []op
	var stack []int
	for i := 0; i < len(src); i++ {
		switch c := src[i]; c {
		case '+', '-', '<', '>':
			n := 1
			for i+1 < len(src) && src[i+1] == c {
				n++
				i++
			}
			prog = append(prog, op{c, n})
		case '.':
			prog = append(prog, op{kind: c})
		case '[':
			stack = append(stack, len(prog))
			prog = append(prog, op{kind: c})
		case ']':
			if len(stack) == 0 {
				return nil, fmt.Errorf("unmatched ] at %d", i)
			}
			open := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			prog[open].n = len(prog)
			prog = append(prog, op{c, open})
		}
	}
	if len(stack) > 0 {
		return nil, fmt.Errorf("%d unmatched [", len(stack))
	}
	return prog, nil
}

func run(prog []op) (out string, steps int) {
	var tape [64]byte
	ptr := 0
	var b strings.Builder
	for pc := 0; pc < len(prog); pc++ {
		steps++
		switch o := prog[pc]; o.kind {
		case '+':
			tape[ptr] += byte(o.n)
		case '-':
			tape[ptr] -= byte(o.n)
		case '>':
			ptr += o.n
		case '<':
			ptr -= o.n
		case '.':
			b.WriteByte(tape[ptr])
		case '[':
			if tape[ptr] == 0 {
				pc = o.n
			}
		case ']':
			if tape[ptr] != 0 {
				pc = o.n
			}
		}
	}
	return b.String(), steps
}

func main() {
	prog, err := compile("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	out, steps := run(prog)
	fmt.Println(out, len(prog), steps)
	_, err = compile("[[]")
	fmt.Println(err)
	_, err = compile("+]")
	fmt.Println(err)
}
