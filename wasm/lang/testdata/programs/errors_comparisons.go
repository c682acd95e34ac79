package main

import "fmt"

type K struct {
	a int
	b string
}
type I interface{ M() }
type A struct{ n int }
type B struct{ n int }

func (A) M()  {}
func (B) M()  {}
func (*K) M() {}

func main() {
	var x, y any = K{1, "a"}, K{1, "a"}
	fmt.Println(x == y, x == any(K{2, "a"}), x != nil)
	var i, j I = A{1}, B{1}
	fmt.Println(i == j, i == I(A{1}), j == B{1})
	p := &K{}
	var k1, k2 I = p, p
	fmt.Println(k1 == k2, k1 == I(&K{}))
	m := map[any]string{1: "int", "a": "str", K{1, "x"}: "K", A{1}: "A", B{1}: "B", 1.5: "f"}
	fmt.Println(m[1], m["a"], m[K{1, "x"}], m[A{1}], m[B{1}], m[1.5], m[int64(1)] == "")
	mi := map[I]int{A{1}: 1}
	mi[A{1}]++
	mi[B{1}] += 5
	fmt.Println(mi[A{1}], mi[B{1}], len(mi))
	type local struct{ v any }
	fmt.Println(local{1} == local{1}, local{1} == local{"1"}, [2]any{1, K{}} == [2]any{1, K{}})
	ch := make(chan int)
	var c1, c2 any = ch, ch
	fmt.Println(c1 == c2)
	defer func() {
		fmt.Println(recover())
		defer func() { fmt.Println(recover()) }()
		var f any = []int{1}
		fmt.Println(map[any]int{}[f])
	}()
	var s1, s2 any = []K{}, []K{}
	fmt.Println(s1 == s2)
}
