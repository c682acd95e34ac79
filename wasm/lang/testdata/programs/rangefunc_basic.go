package main

import (
	"fmt"
	"iter"
)

func Count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				fmt.Print("stopped ")
				return
			}
		}
		fmt.Print("done ")
	}
}

func Pairs[K comparable, V any](ks []K, vs []V) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i, k := range ks {
			if !yield(k, vs[i]) {
				return
			}
		}
	}
}

func find(n int) (int, bool) {
	for i := range Count(10) {
		if i*i > n {
			return i, true
		}
	}
	return 0, false
}

func main() {
	for i := range Count(3) {
		fmt.Print(i, " ")
	}
	for i := range Count(10) {
		if i == 1 {
			continue
		}
		if i == 4 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println(find(20))
	fmt.Println(find(1000))
	for k, v := range Pairs([]string{"a", "b"}, []int{1, 2}) {
		fmt.Print(k, v, " ")
	}
	for range Count(2) {
		fmt.Print("x")
	}
	var fs []func() int
	for i := range Count(3) {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}
