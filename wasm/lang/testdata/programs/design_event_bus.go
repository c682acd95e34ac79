package main

import (
	"fmt"
	"sync"
)

type Event interface{ Name() string }
type UserCreated struct{ ID int }
type OrderPlaced struct {
	ID    int
	Total float64
}

func (UserCreated) Name() string  { return "user.created" }
func (*OrderPlaced) Name() string { return "order.placed" }

type Handler func(Event)

type Bus struct {
	mu       sync.Mutex
	handlers map[string][]Handler
	wg       sync.WaitGroup
}

func On[E Event](b *Bus, f func(E)) {
	var zero E
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.handlers == nil {
		b.handlers = make(map[string][]Handler)
	}
	b.handlers[zero.Name()] = append(b.handlers[zero.Name()], func(e Event) { f(e.(E)) })
}

func (b *Bus) Emit(e Event) {
	b.mu.Lock()
	hs := b.handlers[e.Name()]
	b.mu.Unlock()
	for _, h := range hs {
		b.wg.Add(1)
		go func() {
			defer b.wg.Done()
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("handler failed:", r)
				}
			}()
			h(e)
		}()
		b.wg.Wait()
	}
}

func main() {
	var b Bus
	users := 0
	On(&b, func(u UserCreated) { users += u.ID })
	On(&b, func(o *OrderPlaced) {
		o.Total *= 2
		fmt.Printf("order %d %.2f\n", o.ID, o.Total)
	})
	On(&b, func(o *OrderPlaced) {
		if o.Total > 100 {
			panic(fmt.Errorf("too much: %v", o.Total))
		}
	})
	b.Emit(UserCreated{3})
	b.Emit(UserCreated{4})
	o := &OrderPlaced{1, 30}
	b.Emit(o)
	b.Emit(o)
	fmt.Println(users, o.Total)
	fmt.Printf("%T %T %v %+v\n", Event(o), Event(UserCreated{}), UserCreated{1}, *o)
}
