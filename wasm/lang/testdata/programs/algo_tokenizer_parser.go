package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

type Kind int

const (
	Num Kind = iota
	Op
	LParen
	RParen
	EOF
)

//go:generate nothing
func (k Kind) String() string { return [...]string{"Num", "Op", "(", ")", "EOF"}[k] }

type Token struct {
	Kind Kind
	Text string
	Pos  int
}

type Node interface{ Eval() (float64, error) }
type Lit float64
type Bin struct {
	Op   byte
	L, R Node
}
type Neg struct{ Node }

var ErrZero = errors.New("divide by zero")

func (l Lit) Eval() (float64, error) { return float64(l), nil }
func (n Neg) Eval() (float64, error) {
	v, err := n.Node.Eval()
	return -v, err
}
func (b *Bin) Eval() (float64, error) {
	l, err := b.L.Eval()
	if err != nil {
		return 0, err
	}
	r, err := b.R.Eval()
	if err != nil {
		return 0, err
	}
	switch b.Op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '/':
		if r == 0 {
			return 0, fmt.Errorf("%v / %v: %w", b.L, b.R, ErrZero)
		}
		return l / r, nil
	}
	panic("unreachable")
}
func (b *Bin) String() string { return fmt.Sprintf("(%v %c %v)", b.L, b.Op, b.R) }
func (n Neg) String() string  { return fmt.Sprintf("-%v", n.Node) }

type syntaxError struct {
	pos int
	msg string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("%d: %s", e.pos, e.msg) }

func lex(s string) (toks []Token) {
	for i := 0; i < len(s); {
		switch c := rune(s[i]); {
		case unicode.IsSpace(c):
			i++
		case unicode.IsDigit(c):
			j := i
			for j < len(s) && (unicode.IsDigit(rune(s[j])) || s[j] == '.') {
				j++
			}
			toks = append(toks, Token{Num, s[i:j], i})
			i = j
		case strings.ContainsRune("+-*/", c):
			toks = append(toks, Token{Op, s[i : i+1], i})
			i++
		case c == '(', c == ')':
			toks = append(toks, Token{map[rune]Kind{'(': LParen, ')': RParen}[c], string(c), i})
			i++
		default:
			panic(&syntaxError{i, fmt.Sprintf("unexpected %q", c)})
		}
	}
	return append(toks, Token{Kind: EOF, Pos: len(s)})
}

type parser struct {
	toks []Token
	i    int
}

func (p *parser) peek() Token { return p.toks[p.i] }
func (p *parser) next() (t Token) {
	t = p.toks[p.i]
	p.i++
	return
}

func (p *parser) expr(min int) Node {
	left := p.unary()
	for {
		t := p.peek()
		prec := strings.Index("+-*/", t.Text)/2 + 1
		if t.Kind != Op || prec < min {
			return left
		}
		p.next()
		left = &Bin{t.Text[0], left, p.expr(prec + 1)}
	}
}

func (p *parser) unary() Node {
	switch t := p.next(); t.Kind {
	case Num:
		v, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(&syntaxError{t.Pos, err.Error()})
		}
		return Lit(v)
	case Op:
		if t.Text == "-" {
			return Neg{p.unary()}
		}
		fallthrough
	default:
		panic(&syntaxError{t.Pos, fmt.Sprintf("unexpected %v %q", t.Kind, t.Text)})
	case LParen:
		n := p.expr(1)
		if t := p.next(); t.Kind != RParen {
			panic(&syntaxError{t.Pos, "missing )"})
		}
		return n
	}
}

func Parse(s string) (n Node, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *syntaxError:
			err = r
		default:
			panic(r)
		}
	}()
	p := &parser{toks: lex(s)}
	n = p.expr(1)
	if t := p.peek(); t.Kind != EOF {
		return nil, &syntaxError{t.Pos, "trailing " + t.Text}
	}
	return n, nil
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "-4 - -2", "8/4/2", "1/(2-2)", "1 +", "(1", "2 $ 3", "1.2.3", "1 2", "--3*2"} {
		n, err := Parse(s)
		var se *syntaxError
		if errors.As(err, &se) {
			fmt.Printf("%-12q syntax error at %d: %s\n", s, se.pos, se.msg)
			continue
		}
		v, err := n.Eval()
		fmt.Printf("%-12q %v = %g %v %t\n", s, n, v, err, errors.Is(err, ErrZero))
	}
}
