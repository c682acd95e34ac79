package main

import "fmt"

func grow(s []int) []int { return append(s, 100) }
func set(s []int)        { s[0] = -1 }
func reset(s []int)      { s = nil; _ = s }

func main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	fmt.Println(b, len(b), cap(b))
	b = append(b, 99)
	fmt.Println(a, b)
	c := a[1:3:3]
	c = append(c, 77)
	fmt.Println(a, c, cap(a[1:3:3]))
	set(a)
	reset(a)
	grow(a[:2])
	fmt.Println(a)
	d := make([]int, 2, 10)
	e := append(d, 1)
	f := append(d, 2)
	fmt.Println(e, f, d, len(d), cap(e))
	var n []int
	fmt.Println(n == nil, len(n), n[:0] == nil, []int{} == nil)
	n = append(n, n...)
	fmt.Println(n == nil)
	copy(a[2:], a)
	fmt.Println(a)
	fmt.Println(copy(a, []int{7, 8}), a)
	m := [][]int{{1}, {2, 3}}
	m2 := append([][]int(nil), m...)
	m2[0][0] = 50
	m2[1] = nil
	fmt.Println(m, m2)
	arr := [4]string{"a", "b", "c", "d"}
	sl := arr[:]
	sl[1] = "B"
	arr[2] = "C"
	fmt.Println(sl, arr, &sl[0] == &arr[0])
	p := &arr
	for i := range p {
		p[i] += "!"
	}
	fmt.Println(p[1:3], len(p))
	for i, v := range arr {
		arr[3] = "changed"
		if i == 3 {
			fmt.Println(v)
		}
	}
	for i, v := range arr[:] {
		arr[3] = "seen"
		if i == 3 {
			fmt.Println(v)
		}
	}
	s := []int{1, 2, 3}
	for i := range s {
		s = append(s, i)
	}
	fmt.Println(s)
	s = append(s[:1], s[2:]...)
	fmt.Println(s)
	q := [2]int(s[:2])
	q[0] = 9
	fmt.Println(q, s[0])
	fmt.Println([...]int{5: 1, 2, 1: 7})
	str := "héllo"
	bs := []byte(str)
	bs[0] = 'H'
	fmt.Println(str, string(bs), len(str), []rune(str)[1], str[1:3])
	clear(s)
	fmt.Println(s, min(3, 1, 2), max(2.5, 1))
}
