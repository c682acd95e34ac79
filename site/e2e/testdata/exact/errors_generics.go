package main

type number interface{ ~int | ~float64 }

func sum[T number](list ...T) (total T) {
	for _, x := range list {
		total += x
	}
	return
}

type stack[T any] struct{ list []T }

func (s stack[T]) push(x T) stack[T] { return stack[T]{append(s.list, x)} }

func main() {
	_ = sum("a", "b")
	_ = sum(1, 2.5, "c")
	var s stack[int]
	s.push("x")
	_ = stack{}
}
