package main

import "fmt"

type A struct {
	X int `json:"x"`
	Y string
}
type B struct {
	X int
	Y string `db:"y"`
}
type MyInt int
type Alias = MyInt
type Ints []int
type M map[string]int

func take(x []int) int { return len(x) }
func ret() Ints        { return []int{1, 2} }

func f() any {
	type T struct{ a int }
	return T{1}
}

func g() any {
	type T struct{ a int }
	return T{1}
}

func main() {
	a := A{1, "y"}
	b := B(a)
	fmt.Println(b, A(b) == a)
	var anon struct {
		X int
		Y string `db:"y"`
	} = b
	b = anon
	fmt.Printf("%T %T %v\n", b, anon, any(b) == any(anon))
	var m MyInt = 3
	var al Alias = m
	fmt.Println(any(m) == any(al), any(m) == any(3), int(m)+4, m == 3)
	fmt.Println(take(ret()), take(Ints{}), append(ret(), 5))
	fmt.Println(f() == f(), f() == g())
	fmt.Printf("%T %T\n", f(), g())
	var x any = Ints{1}
	switch x.(type) {
	case []int:
		fmt.Println("plain")
	case Ints:
		fmt.Println("Ints")
	}
	mm := M{"a": 1}
	plain := map[string]int(mm)
	plain["b"] = 2
	fmt.Println(len(mm), mm)
	var fn func(MyInt) Alias = func(m MyInt) MyInt { return m * 2 }
	fmt.Println(fn(4))
	type local MyInt
	fmt.Println(local(m)*2, MyInt(local(5)))
	pa := (*B)(&a)
	pa.X = 50
	fmt.Println(a.X)
	fmt.Println(any(&a) == any(&a), any(new(A)) == any(new(A)), any([0]int{}) == any([0]int{}), any(struct{}{}) == any(struct{}{}))
}
