package main

import (
	"fmt"
	"io"
	"strings"
)

type Duck interface{ Quack() string }
type Walker interface{ Walk() int }
type mallard struct{ name string }
type robot struct{}

func (m *mallard) Quack() string { return m.name + "!" }
func (m *mallard) Walk() int     { return 2 }
func (robot) Quack() string      { return "beep" }

func describe(d Duck) string {
	if w, ok := d.(Walker); ok {
		return fmt.Sprint(d.Quack(), w.Walk())
	}
	return d.Quack()
}

func main() {
	fmt.Println(describe(&mallard{"m"}), describe(robot{}))
	var r io.Reader = strings.NewReader("text")
	_, isSeeker := r.(io.Seeker)
	_, isWriter := r.(io.Writer)
	fmt.Println(isSeeker, isWriter)
	for _, v := range []any{robot{}, &mallard{}, mallard{}, 1, nil} {
		d, ok := v.(Duck)
		fmt.Printf("%T %t %t\n", v, ok, d == nil)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		var v any = mallard{}
		v.(Duck).Quack()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var d Duck = robot{}
		d.(Walker).Walk()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var d Duck = robot{}
		fmt.Println(d.(*mallard))
	}()
}
