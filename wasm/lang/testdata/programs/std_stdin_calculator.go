package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

var errDivide = errors.New("division by zero")

type stack []float64

func (s *stack) push(v float64) { *s = append(*s, v) }
func (s *stack) pop() (float64, error) {
	if len(*s) == 0 {
		return 0, errors.New("stack is empty")
	}
	v := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, nil
}

var ops = map[string]func(a, b float64) (float64, error){
	"+": func(a, b float64) (float64, error) { return a + b, nil },
	"-": func(a, b float64) (float64, error) { return a - b, nil },
	"*": func(a, b float64) (float64, error) { return a * b, nil },
	"/": func(a, b float64) (float64, error) {
		if b == 0 {
			return 0, errDivide
		}
		return a / b, nil
	},
}

func eval(line string) (float64, error) {
	var s stack
	for i, tok := range strings.Fields(line) {
		op, ok := ops[tok]
		if !ok {
			v, err := strconv.ParseFloat(tok, 64)
			if err != nil {
				return 0, fmt.Errorf("token %d: %w", i+1, err)
			}
			s.push(v)
			continue
		}
		b, err := s.pop()
		if err != nil {
			return 0, err
		}
		a, err := s.pop()
		if err != nil {
			return 0, err
		}
		v, err := op(a, b)
		if err != nil {
			return 0, fmt.Errorf("%g %s %g: %w", a, tok, b, err)
		}
		s.push(v)
	}
	return s.pop()
}

func main() {
	in := bufio.NewReader(os.Stdin)
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		line = strings.TrimSpace(line)
		if line != "" {
			v, err := eval(line)
			fmt.Printf("%d> %v %v divide=%t syntax=%t\n", n, v, err, errors.Is(err, errDivide), errors.Is(err, strconv.ErrSyntax))
		}
		if err == io.EOF {
			fmt.Println("bye", n)
			break
		}
	}
}
