package main

import (
	"fmt"
	"sync"
)

type Animal interface {
	Name() string
	Sound() string
}

type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b Base) Sound() string    { return "..." }
func (b *Base) Rename(n string) { b.name = n }
func (b Base) Describe() string { return b.Name() + " says " + b.Sound() }

type Dog struct {
	Base
	tricks []string
}

func (d Dog) Sound() string { return "Woof" }

type Puppy struct {
	*Dog
	age int
}

func (p Puppy) Sound() string { return p.Dog.Sound() + "!" + p.Base.Sound() }

type Registry struct {
	sync.Mutex
	Animals map[string]Animal
}

func (r *Registry) Add(a Animal) {
	r.Lock()
	defer r.Unlock()
	if r.Animals == nil {
		r.Animals = make(map[string]Animal)
	}
	r.Animals[a.Name()] = a
}

type Loud struct{ Animal }

func (l Loud) Sound() string { return l.Animal.Sound() + l.Animal.Sound() }

func main() {
	d := Dog{Base{"Rex"}, []string{"sit"}}
	fmt.Println(d.Describe(), d.Sound(), d.name, d.Base.Sound())
	p := Puppy{&d, 1}
	p.Rename("Bit")
	fmt.Println(d.name, p.Name(), p.Sound(), p.tricks)
	var r Registry
	for _, a := range []Animal{d, &d, p, Loud{d}, Loud{Loud{p}}} {
		r.Add(a)
		fmt.Printf("%T %s\n", a, a.Sound())
	}
	fmt.Println(len(r.Animals))
	fmt.Printf("%v %+v\n", d, d)
	x := d
	x.Rename("Copy")
	fmt.Println(x.Name(), d.Name())
	_, isLoud := r.Animals["Bit"].(Loud)
	fmt.Println(isLoud)
	anon := struct {
		Base
		extra int
	}{Base{"anon"}, 3}
	fmt.Println(anon.Describe(), anon.extra)
	var a Animal = anon
	fmt.Println(a.Name())
	type Inner struct{ A, B int }
	type Mid struct {
		Inner
		B string
	}
	m := Mid{Inner{1, 2}, "mid"}
	fmt.Println(m.A, m.B, m.Inner.B)
	fmt.Printf("%+v %v\n", m, m)
}
