package main

import (
	"errors"
	"fmt"
	"time"
)

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Card struct {
	Rank int
	Suit Suit
}
type Suit byte

func (s Suit) String() string { return string("♠♥♦♣"[s*3 : s*3+3]) }
func (c Card) String() string { return fmt.Sprintf("%d%v", c.Rank, c.Suit) }

type ptrOnly struct{ n int }

func (p *ptrOnly) String() string { return fmt.Sprintf("ptr(%d)", p.n) }

type plain struct {
	T  Celsius
	c  Card
	P  *ptrOnly
	E  error
	Ds []time.Duration
}

type list []Card
type tempMap map[string]Celsius

type gostr struct{}

func (gostr) GoString() string { return "gostr!" }

type formatter struct{}

func (formatter) Format(f fmt.State, verb rune) {
	w, ok := f.Width()
	fmt.Fprintf(f, "F[%c %d %v %v]", verb, w, ok, f.Flag('+'))
}

func main() {
	fmt.Println(Celsius(21.55), []Celsius{1, 2}, map[string]Celsius{"a": 3}, [2]Celsius{})
	c := Card{10, 2}
	fmt.Println(c, &c, []Card{c, {1, 0}}, []*ptrOnly(nil), map[Card]int{c: 1})
	fmt.Println(ptrOnly{3}, &ptrOnly{4}, struct{ P ptrOnly }{ptrOnly{5}})
	p := plain{36.6, c, &ptrOnly{1}, errors.New("oops"), []time.Duration{time.Second, 1500 * time.Millisecond}}
	q := p
	q.P = nil
	fmt.Printf("%v\n%+v\n", q, q)
	fmt.Println(list{c}, tempMap{"x": -1}, struct{ L list }{list{c}})
	fmt.Printf("%v %d %s %x %T\n", c, c, c, c.Rank, c)
	fmt.Printf("%v %s %d\n", c.Suit, c.Suit, c.Suit)
	fmt.Printf("%#v %v %#v\n", gostr{}, gostr{}, []gostr{{}})
	fmt.Printf("%v %+8d %s\n", formatter{}, formatter{}, []formatter{{}})
	fmt.Println(formatter{})
	fmt.Printf("%#v %#v %#v\n", Celsius(2), c, list{c})
	fmt.Printf("%6.2f|%-8v|%8v|%q\n", Celsius(1.234), Celsius(1), c, c)
	var i any = c
	fmt.Printf("%v %T %s\n", i, i, i)
	var nilp *ptrOnly
	fmt.Printf("%v %t\n", nilp == nil, true)
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, c, c), fmt.Sprint(c, c), fmt.Sprintln(1, c))
	fmt.Println([]any{c, 1, "s", nil, Celsius(1), []Suit{1}}, []error{p.E})
	fmt.Printf("%v %v\n", [][]Card{{c}, {}}, map[string][]Card{"h": {c, c}})
	fmt.Printf("%!|%z|%d\n", 1)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%[2]v %[1]v %v\n", 1, 2)
	fmt.Printf("%*d|%-*d|\n", 5, 42, 5, 42)
}
