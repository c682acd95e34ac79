package main

import (
	"container/list"
	"container/ring"
	"fmt"
)

type Cache struct {
	cap   int
	order *list.List
	items map[string]*list.Element
}

type entry struct {
	key string
	val int
}

func NewCache(n int) *Cache { return &Cache{n, list.New(), map[string]*list.Element{}} }

func (c *Cache) Get(k string) (int, bool) {
	if e, ok := c.items[k]; ok {
		c.order.MoveToFront(e)
		return e.Value.(*entry).val, true
	}
	return 0, false
}

func (c *Cache) Put(k string, v int) {
	if e, ok := c.items[k]; ok {
		e.Value.(*entry).val = v
		c.order.MoveToFront(e)
		return
	}
	c.items[k] = c.order.PushFront(&entry{k, v})
	if c.order.Len() > c.cap {
		last := c.order.Back()
		c.order.Remove(last)
		delete(c.items, last.Value.(*entry).key)
	}
}

func (c *Cache) String() string {
	s := ""
	for e := c.order.Front(); e != nil; e = e.Next() {
		en := e.Value.(*entry)
		s += fmt.Sprintf("%s=%d ", en.key, en.val)
	}
	return s
}

func main() {
	c := NewCache(2)
	c.Put("a", 1)
	c.Put("b", 2)
	fmt.Println(c.Get("a"))
	c.Put("c", 3)
	fmt.Println(c.Get("b"))
	c.Put("a", 10)
	fmt.Println(c, len(c.items))

	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter("two", e1)
	l.PushBackList(l)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len(), l.Remove(e1), l.Front().Value, e1.Next() == nil)
	var zero list.List
	zero.PushBack(entry{"z", 1})
	fmt.Println(zero.Len(), zero.Back().Value.(entry).key, zero.Front().Prev() == nil)

	r := ring.New(4)
	for i := 0; i < r.Len(); i++ {
		r.Value = i * i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	r = r.Move(2)
	fmt.Println(r.Value, r.Prev().Value)
	removed := r.Unlink(1)
	fmt.Println(r.Len(), removed.Len(), removed.Value)
}
