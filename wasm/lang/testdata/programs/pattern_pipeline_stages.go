package main

import (
	"fmt"
	"strings"
)

type Stage[T any] func(<-chan T) <-chan T

func Map[T any](f func(T) T) Stage[T] {
	return func(in <-chan T) <-chan T {
		out := make(chan T)
		go func() {
			defer close(out)
			for v := range in {
				out <- f(v)
			}
		}()
		return out
	}
}

func Filter[T any](keep func(T) bool) Stage[T] {
	return func(in <-chan T) <-chan T {
		out := make(chan T)
		go func() {
			defer close(out)
			for v := range in {
				if keep(v) {
					out <- v
				}
			}
		}()
		return out
	}
}

func Pipe[T any](in <-chan T, stages ...Stage[T]) <-chan T {
	for _, s := range stages {
		in = s(in)
	}
	return in
}

func Source[T any](vs ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range vs {
			out <- v
		}
	}()
	return out
}

func main() {
	double := Map(func(n int) int { return n * 2 })
	small := Filter(func(n int) bool { return n < 50 })
	var stages []Stage[int]
	for range 3 {
		stages = append(stages, double)
	}
	stages = append(stages, small)
	for v := range Pipe(Source(1, 2, 3, 7, 9), stages...) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	words := Pipe(Source("go", "channels", "are", "pipes"),
		Map(strings.ToUpper),
		Filter(func(s string) bool { return len(s) > 2 }),
		Map(func(s string) string { return s[:1] + strings.ToLower(s[1:]) }))
	for w := range words {
		fmt.Println(w)
	}
	fmt.Printf("%T %T\n", double, words)
}
