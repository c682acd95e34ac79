package main

import "fmt"

type msg interface{ isMsg() }
type add struct{ n int }
type get struct{ reply chan int }
type stop struct{}

func (add) isMsg()  {}
func (get) isMsg()  {}
func (stop) isMsg() {}

type actor struct {
	inbox chan msg
	done  chan struct{}
}

func newActor() *actor {
	a := &actor{make(chan msg), make(chan struct{})}
	go a.loop()
	return a
}

func (a *actor) loop() {
	defer close(a.done)
	total := 0
	for m := range a.inbox {
		switch m := m.(type) {
		case add:
			total += m.n
		case get:
			m.reply <- total
		case stop:
			return
		default:
			panic("unknown")
		}
	}
}

type Broker struct {
	subs map[string][]chan string
}

func (b *Broker) Sub(topic string) <-chan string {
	if b.subs == nil {
		b.subs = map[string][]chan string{}
	}
	c := make(chan string, 3)
	b.subs[topic] = append(b.subs[topic], c)
	return c
}

func (b *Broker) Pub(topic, s string) {
	for _, c := range b.subs[topic] {
		select {
		case c <- s:
		default:
			fmt.Println("dropped", s)
		}
	}
}

func main() {
	a := newActor()
	for i := range 5 {
		a.inbox <- add{i}
	}
	g := get{make(chan int)}
	a.inbox <- g
	fmt.Println(<-g.reply)
	a.inbox <- stop{}
	<-a.done
	var b Broker
	x, y := b.Sub("t"), b.Sub("t")
	for i := range 4 {
		b.Pub("t", fmt.Sprint("m", i))
	}
	fmt.Println(len(x), len(y), <-x, <-y)
	chans := make(chan chan int, 1)
	c := make(chan int, 1)
	chans <- c
	(<-chans) <- 9
	fmt.Println(<-c)
	funcs := make(chan func() string, 1)
	funcs <- func() string { return "called" }
	fmt.Println((<-funcs)())
}
