package main

import (
	"fmt"
	"slices"
	"sync"
)

type Message struct {
	Topic   string
	Payload any
}

type Broker struct {
	mu     sync.RWMutex
	subs   map[string][]*Subscriber
	closed bool
}

type Subscriber struct {
	name string
	ch   chan Message
	once sync.Once
}

func NewBroker() *Broker { return &Broker{subs: make(map[string][]*Subscriber)} }

func (b *Broker) Subscribe(name string, topics ...string) *Subscriber {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := &Subscriber{name: name, ch: make(chan Message, 8)}
	for _, t := range topics {
		b.subs[t] = append(b.subs[t], s)
	}
	return s
}

func (b *Broker) Unsubscribe(s *Subscriber) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for t, list := range b.subs {
		b.subs[t] = slices.DeleteFunc(list, func(x *Subscriber) bool { return x == s })
		if len(b.subs[t]) == 0 {
			delete(b.subs, t)
		}
	}
	s.once.Do(func() { close(s.ch) })
}

func (b *Broker) Publish(topic string, payload any) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	n := 0
	for _, s := range b.subs[topic] {
		select {
		case s.ch <- Message{topic, payload}:
			n++
		default:
		}
	}
	return n
}

func main() {
	b := NewBroker()
	news := b.Subscribe("news-fan", "news")
	all := b.Subscribe("all", "news", "sport")
	fmt.Println(b.Publish("news", "hello"), b.Publish("sport", 42), b.Publish("none", nil))
	b.Unsubscribe(news)
	b.Unsubscribe(news)
	fmt.Println(b.Publish("news", []int{1, 2}), len(b.subs))
	b.Unsubscribe(all)
	for m := range news.ch {
		fmt.Printf("%s: %+v\n", news.name, m)
	}
	for m := range all.ch {
		fmt.Printf("%s: %#v %T\n", all.name, m.Payload, m.Payload)
	}
	fmt.Println(len(b.subs))
}
