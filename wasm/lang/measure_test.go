package lang_test

import (
	"os"
	"testing"
	"time"
)

// TestMeasure times programs lowered against what the interpreter makes of them as
// they are written. AWAITGO_MEASURE=1 turns it on.
func TestMeasure(t *testing.T) {
	if os.Getenv("AWAITGO_MEASURE") == "" {
		t.Skip("AWAITGO_MEASURE is not set")
	}
	for _, m := range measured {
		source := "package main\n\n" + m.source
		program, err := lower(source)
		if err != nil {
			t.Fatal(m.name, err)
		}
		plain, lowered := timed(source), timed(program.Files["main.go"])
		t.Logf("%-28s as written %8v, lowered %8v, %.2f times", m.name, plain, lowered, float64(lowered)/float64(plain))
	}
}

// timed runs a program and returns its time without that of a program that does nothing.
func timed(source string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		run(source, "")
		best = min(best, time.Since(start))
	}
	start := time.Now()
	run("package main\n\nfunc main() {}\n", "")
	return (best - time.Since(start)).Round(time.Millisecond)
}

var measured = []struct{ name, source string }{
	{"sum over a slice", `func main() {
	xs := make([]int, 1000)
	s := 0
	for range_ := 0; range_ < 1000; range_++ {
		for i := 0; i < len(xs); i++ {
			s += xs[i]
		}
	}
	println(s)
}`},
	{"sieve", `func main() {
	const n = 300000
	comp := make([]bool, n+1)
	count := 0
	for i := 2; i <= n; i++ {
		if comp[i] {
			continue
		}
		count++
		for j := i * 2; j <= n; j += i {
			comp[j] = true
		}
	}
	println(count)
}`},
	{"fib(24)", `func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() { println(fib(24)) }`},
	{"matrix", `func main() {
	const n = 60
	var a, b, c [n][n]float64
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			a[i][j], b[i][j] = float64(i+j), float64(i-j)
		}
	}
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			s := 0.0
			for k := 0; k < n; k++ {
				s += a[i][k] * b[k][j]
			}
			c[i][j] = s
		}
	}
	println(c[3][4] > 0)
}`},
	{"unbuffered channel", `func main() {
	c := make(chan int)
	go func() {
		for i := 0; i < 50000; i++ {
			c <- i
		}
		close(c)
	}()
	s := 0
	for v := range c {
		s += v
	}
	println(s)
}`},
	{"select", `func main() {
	a, b := make(chan int), make(chan int)
	done := make(chan bool)
	go func() {
		for i := 0; i < 20000; i++ {
			select {
			case a <- i:
			case b <- i:
			}
		}
		close(done)
	}()
	s := 0
	for over := false; !over; {
		select {
		case v := <-a:
			s += v
		case v := <-b:
			s += v
		case <-done:
			over = true
		}
	}
	println(s)
}`},
	{"goroutines", `import "sync"

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	n := 0
	for i := 0; i < 10000; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			n++
			mu.Unlock()
		}()
	}
	wg.Wait()
	println(n)
}`},
	{"interface method calls", `type shape interface{ area() int }
type sq struct{ s int }

func (q sq) area() int { return q.s * q.s }

func main() {
	shapes := []shape{sq{1}, sq{2}, sq{3}}
	s := 0
	for i := 0; i < 50000; i++ {
		s += shapes[i%3].area()
	}
	println(s)
}`},
	{"struct fields by pointer", `type p struct{ x, y int }

func step(q *p) {
	q.x += q.y
	q.y++
}

func main() {
	q := &p{}
	for i := 0; i < 100000; i++ {
		step(q)
	}
	println(q.x)
}`},
	{"map counting", `func main() {
	m := map[int]int{}
	for i := 0; i < 200000; i++ {
		m[i%100]++
	}
	println(len(m))
}`},
}
