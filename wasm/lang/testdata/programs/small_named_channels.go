package main

import "fmt"

type Events chan string
type Sink chan<- int
type Source <-chan int
type Pair struct {
	in  Sink
	out Source
}

func (e Events) Emit(format string, args ...any) Events { e <- fmt.Sprintf(format, args...); return e }
func (s Source) Sum() (t int) {
	for v := range s {
		t += v
	}
	return
}

func NewPair(n int) Pair {
	c := make(chan int, n)
	return Pair{c, c}
}

func main() {
	e := make(Events, 3)
	e.Emit("a%d", 1).Emit("b")
	fmt.Println(len(e), cap(e), <-e)
	p := NewPair(5)
	for i := range 5 {
		p.in <- i * i
	}
	close(p.in)
	fmt.Println(p.out.Sum())
	fmt.Printf("%T %T %T\n", e, p.in, p.out)
	all := map[string]Events{"x": e, "y": nil}
	select {
	case v := <-all["y"]:
		fmt.Println("y", v)
	case v := <-all["x"]:
		fmt.Println("x", v)
	}
	var any1 any = e
	_, isEvents := any1.(Events)
	_, isChan := any1.(chan string)
	fmt.Println(isEvents, isChan, all["x"] == e, (chan string)(e) == e)
	q := make(chan (<-chan Events), 1)
	inner := make(chan Events, 1)
	inner <- e
	q <- inner
	(<-<-q) <- "through"
	fmt.Println(<-e)
}
