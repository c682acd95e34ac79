package main

import "fmt"

type my int

func f[K comparable, V any](k K, v V) {
	type item struct {
		node K
		next *item
	}
	type plain struct{ a int }
	type al []V
	fmt.Printf("%T %T %T %v %+v %#v\n", item{}, plain{}, al{}, item{node: k}, item{node: k}, al{v})
	func() {
		type item struct{ x K }
		fmt.Printf("%T\n", item{})
	}()
	var a any = item{node: k}
	_, ok := a.(item)
	fmt.Println(ok)
}

func main() {
	f("a", 1)
	f(my(1), []my{2})
}
