package main

import "sync"

type tree struct{ wg sync.WaitGroup }

func (t *tree) grow(depth int) {
	defer t.wg.Done()
	if depth == 0 {
		return
	}
	t.wg.Add(2)
	go t.grow(depth - 1)
	go t.grow(depth - 1)
}

func main() {
	var t tree
	t.wg.Add(1)
	go t.grow(2)
	t.wg.Wait()
}

/*
g1 main
g1 wait t.wg :21 > g8
g2 tree.grow by g1 :20
g3 tree.grow by g2 :13
g4 tree.grow by g2 :14
g5 tree.grow by g3 :13
g6 tree.grow by g3 :14
g7 tree.grow by g4 :13
g8 tree.grow by g4 :14
*/
