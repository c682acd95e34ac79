package main

import "fmt"

func rescue() {
	if r := recover(); r != nil {
		fmt.Println("recovered", r)
	}
}

type guard struct{ name string }

func (g guard) Rescue() {
	if r := recover(); r != nil {
		fmt.Println(g.name, "recovered", r)
	}
}

func (g *guard) Pass() { rescue() }

type wrapper struct{ *guard }

type rescuer interface{ Rescue() }

// try says whether what f defers has recovered f's panic.
func try(name string, f func()) {
	defer func() {
		fmt.Println(name, "left:", recover())
	}()
	f()
}

func main() {
	g := &guard{"guard"}
	pass := wrapper.Pass
	plain := rescue
	indirect := func() { rescue() }
	var by rescuer = g
	try("a function", func() { defer rescue(); panic(1) })
	try("a variable", func() { defer plain(); panic(2) })
	try("one level too deep", func() { defer indirect(); panic(3) })
	try("a method expression that passes it on", func() { defer pass(wrapper{g}); panic(4) })
	try("a method value", func() { defer g.Rescue(); panic(5) })
	try("a promoted method", func() { defer wrapper{g}.Rescue(); panic(6) })
	try("an interface's method", func() { defer by.Rescue(); panic(7) })
	try("a value of an interface's method", func() { f := by.Rescue; defer f(); panic(8) })
}
