package main

import (
	"fmt"
)

type animal interface{ sound() string }
type dog struct{ name string }
type cat struct{}

func (dog) sound() string  { return "woof" }
func (*cat) sound() string { return "meow" }

func main() {
	zoo := []animal{dog{"rex"}, &cat{}}
	for _, a := range zoo {
		if d, ok := a.(dog); ok {
			fmt.Println(d.name, d.sound())
		}
	}
	fmt.Println(zoo[1].(*cat).sound())
	fmt.Println(zoo[1].(dog).name)
}
