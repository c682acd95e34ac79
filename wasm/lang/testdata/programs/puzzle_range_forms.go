package main

import "fmt"

type pair struct{ k, v any }

func main() {
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	fmt.Println(arr)
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 50
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	total := 0
	for k, v := range m {
		delete(m, k)
		total += v
	}
	fmt.Println(total, len(m))
	x := []int{0, 0, 0}
	i := 0
	for i, x[i] = range []int{7, 8, 9} {
	}
	fmt.Println(i, x)
	var p pair
	for p.k, p.v = range map[string]bool{"z": true} {
	}
	fmt.Println(p)
	var nilSlice []string
	for range nilSlice {
		fmt.Println("never")
	}
	var nilMap map[int]int
	for range nilMap {
		fmt.Println("never")
	}
	var nilArr *[4]int
	for i := range nilArr {
		fmt.Print(i)
	}
	fmt.Println(len(nilArr))
	n := 3
	for i := range n {
		n = 100
		i += 10
		fmt.Print(i, " ")
	}
	fmt.Println(n)
	for i := range int8(3) {
		fmt.Printf("%T%d ", i, i)
	}
	type idx uint
	for i := range idx(2) {
		fmt.Printf("%T ", i)
	}
	const c = 2
	for i := range c {
		fmt.Printf("%T\n", i)
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	for i, b := range []byte("hé") {
		fmt.Print(i, b, " ")
	}
	for i, r := range "\xe4\xb8x" {
		fmt.Print(i, r, " ")
	}
	fmt.Println()
	var fs []func()
	for i, v := range []string{"a", "b"} {
		fs = append(fs, func() { fmt.Print(i, v, " "); i++; v += "!" })
	}
	for _, f := range fs {
		f()
		f()
	}
	fmt.Println()
	ptrs := map[string]*int{}
	for _, v := range []int{1, 2, 3} {
		ptrs[fmt.Sprint(v)] = &v
	}
	fmt.Println(*ptrs["1"], *ptrs["2"], *ptrs["3"])
	matrix := [][]int{{1, 2}, {3}}
	for _, row := range matrix {
		for j := range row {
			row[j] *= 2
		}
		row = nil
	}
	fmt.Println(matrix)
	func() {
		for i := range 3 {
			defer func() { fmt.Print("d", i, " ") }()
		}
	}()
	for i := 0; i < 5; i++ {
		func() { i++ }()
		fmt.Print(i, " ")
	}
	fmt.Println()
	seq := func(yield func() bool) {
		for yield() {
			fmt.Print("y")
		}
	}
	count := 0
	for range seq {
		if count++; count == 4 {
			break
		}
	}
	fmt.Println(count)
}
