package main

import (
	"fmt"
	"sort"
	"strings"
)

type Animal interface {
	Name() string
	Sound() string
}

type Loud interface {
	Animal
	Volume() int
}

type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(s string) { b.name = s }

type Dog struct {
	Base
	breed string
}

func (d Dog) Sound() string { return "woof" }
func (d Dog) Volume() int   { return 7 }

type Wrapper struct {
	Animal
	prefix string
}

func (w Wrapper) Name() string { return w.prefix + w.Animal.Name() }

type reverse struct{ sort.Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

func main() {
	d := &Dog{Base{"rex"}, "lab"}
	d.Rename("max")
	var l Loud = *d
	var a Animal = l
	fmt.Println(a.Name(), a.Sound(), l.Volume())
	w := Wrapper{a, "mr "}
	fmt.Println(w.Name(), w.Sound())
	if v, ok := a.(Loud); ok {
		fmt.Println("loud", v.Volume())
	}
	_, ok := Animal(w).(Loud)
	fmt.Println(ok)
	xs := []int{3, 1, 2}
	sort.Sort(reverse{sort.IntSlice(xs)})
	fmt.Println(xs)
	var sb fmt.Stringer = &strings.Builder{}
	fmt.Printf("%q\n", sb.String())
}
