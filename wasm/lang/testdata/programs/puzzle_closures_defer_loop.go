package main

import (
	"fmt"
	"sync"
)

type stackT struct{ names []string }

func (s *stackT) push(n string) func() {
	s.names = append(s.names, n)
	return func() {
		fmt.Println("pop", s.names[len(s.names)-1], n)
		s.names = s.names[:len(s.names)-1]
	}
}

func nested(s *stackT, depth int) (trace string) {
	defer s.push(fmt.Sprint("d", depth))()
	defer func(d int) { trace += fmt.Sprint(d, depth, ";") }(depth)
	if depth == 0 {
		return "bottom "
	}
	depth--
	return nested(s, depth) + "up "
}

func conditional(n int) (out []string) {
	for i := 0; i < n; i++ {
		if i%2 == 0 {
			defer func() { out = append(out, fmt.Sprint("even", i)) }()
			continue
		}
		defer func(f func() int) { out = append(out, fmt.Sprint("odd", f())) }(func() int { i *= 10; return i })
	}
	out = append(out, "body")
	return out
}

func early(n int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught %v", r)
			defer func() { err = fmt.Errorf("%w; again %v", err, recover()) }()
			panic("nested")
		}
	}()
	if n == 0 {
		return nil
	}
	var arr [3]int
	arr[n]++
	fmt.Println("after index", arr)
	return fmt.Errorf("n is %d", n)
}

func loopClosures() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sums := map[int]int{}
	for i := range 3 {
		for j := i; j < 3; j++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				mu.Lock()
				defer mu.Unlock()
				sums[i] += j
			}()
		}
	}
	wg.Wait()
	fmt.Println(sums)
}

func main() {
	s := &stackT{}
	fmt.Println(nested(s, 2), len(s.names))
	fmt.Println(conditional(4))
	fmt.Println(early(0), early(1), early(3))
	loopClosures()
	var fs [3]func() int
	for i := range fs {
		defer func() { fmt.Print("def", i, " ") }()
		fs[i] = func() int { i++; return i }
	}
	for range 2 {
		for _, f := range fs {
			fmt.Print(f(), " ")
		}
	}
	fmt.Println()
	x := 10
	defer fmt.Println("x at defer", x)
	defer func() { fmt.Println("x at end", x) }()
	p := &x
	defer func(p *int, v int) { fmt.Println("p", *p, "v", v) }(p, *p)
	x = 20
	p = new(int)
	func() {
		defer func() { x++ }()
		x *= 2
	}()
}
