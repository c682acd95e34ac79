package main

import "fmt"

type Celsius float64
type Fahrenheit float64
type IDs []int
type Handler func(string) string
type M map[string]int
type S1 struct{ A int }
type S2 struct{ A int }
type Str string
type Ptr *int
type Ch chan int

func (h Handler) Do(s string) string { return "<" + h(s) + ">" }
func CToF(c Celsius) Fahrenheit      { return Fahrenheit(c*9/5 + 32) }
func (i IDs) Sum() (s int) {
	for _, x := range i {
		s += x
	}
	return
}
func (m M) Get(k string) int { return m[k] }

func takes(f func(string) string) string { return f("t") }

func main() {
	fmt.Println(CToF(100), Celsius(37.5))
	fmt.Printf("%.1f %T\n", CToF(-40), CToF(0))
	fmt.Println(IDs([]int{1, 2, 3}).Sum(), IDs{4, 5}.Sum())
	h := Handler(func(s string) string { return s + "!" })
	fmt.Println(h.Do("x"), takes(h), h("direct"))
	m := M{"a": 1}
	var plain map[string]int = m
	plain["b"] = 2
	fmt.Println(m.Get("b"), len(m), M(plain).Get("a"))
	fmt.Println(S2(S1{5}), Str("x")+"y", string(Str("z")), []byte(Str("hi")), []rune("né"))
	var i int = 3
	var f float64 = float64(i) / 2
	fmt.Println(f, int(f), uint8(int(f)+255), int64(1e18), float32(0.1))
	var p Ptr = &i
	*p = 4
	fmt.Println(i, *p)
	var c Ch = make(chan int, 1)
	c <- 1
	var ro <-chan int = c
	fmt.Println(<-ro)
	var e interface{} = h
	_, ok := e.(Handler)
	_, ok2 := e.(func(string) string)
	fmt.Println(ok, ok2)
	var x uint64 = 1<<63 + 5
	fmt.Println(x, int64(x), float64(x), uint32(x))
	bs := []byte("mutable")
	str := string(bs)
	bs[0] = 'M'
	fmt.Println(str, string(bs), string(bs[:3]))
	arr := [3]int([]int{1, 2, 3})
	fmt.Println(arr, len(arr))
	type T struct{ n int }
	var anyT any = T{1}
	t, ok := anyT.(T)
	fmt.Println(t, ok)
	fmt.Println(any(1) == any(1), any(1) == any(1.0), any("a") == any(Str("a")))
}
