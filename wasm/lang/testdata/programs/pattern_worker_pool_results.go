package main

import (
	"fmt"
	"sort"
	"sync"
)

type Task interface {
	Run() (int, error)
	Name() string
}

type add struct{ a, b int }
type div struct{ a, b int }

func (t add) Run() (int, error) { return t.a + t.b, nil }
func (t add) Name() string      { return "add" }
func (t *div) Run() (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s failed: %v", t.Name(), r)
		}
	}()
	return t.a / t.b, nil
}
func (*div) Name() string { return "div" }

type outcome struct {
	seq int
	val int
	err error
}

func pool(workers int, tasks []Task) []outcome {
	type numbered struct {
		seq int
		Task
	}
	in := make(chan numbered)
	out := make(chan outcome)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range in {
				v, err := n.Run()
				out <- outcome{n.seq, v, err}
			}
		}()
	}
	go func() {
		for i, t := range tasks {
			in <- numbered{i, t}
		}
		close(in)
		wg.Wait()
		close(out)
	}()
	var all []outcome
	for o := range out {
		all = append(all, o)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].seq < all[j].seq })
	return all
}

func main() {
	for _, o := range pool(3, []Task{add{1, 2}, &div{7, 2}, &div{1, 0}, add{-1, 1}}) {
		fmt.Printf("%d %d %v\n", o.seq, o.val, o.err)
	}
	var t Task = add{1, 2}
	fmt.Println(t == Task(add{1, 2}), t == Task(add{2, 1}), Task(&div{}) == Task(&div{}))
}
