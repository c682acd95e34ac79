package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

func work(ctx context.Context, name string, wg *sync.WaitGroup) {
	defer wg.Done()
	select {
	case <-time.After(time.Second):
		fmt.Println(name, "done")
	case <-ctx.Done():
		fmt.Println(name, context.Cause(ctx))
	}
}

func main() {
	root, stop := context.WithCancelCause(context.Background())
	slow, cancelSlow := context.WithTimeout(root, 300*time.Millisecond)
	defer cancelSlow()
	leaf, cancelLeaf := context.WithCancel(slow)
	defer cancelLeaf()
	var wg sync.WaitGroup
	wg.Add(3)
	go work(root, "root", &wg)
	go work(slow, "slow", &wg)
	go work(leaf, "leaf", &wg)
	time.Sleep(500 * time.Millisecond)
	stop(errors.New("enough"))
	wg.Wait()
}

/*
g1 main
g1 sleep :32 > timer
g1 wait wg :34 > g2
g2 work by g1 :29
g2 select time.After(time.Second), ctx.Done() :13 > g1 on root
g3 work by g1 :30
g3 select time.After(time.Second), ctx.Done() :13 > timer on slow
g4 work by g1 :31
g4 select time.After(time.Second), ctx.Done() :13 > timer on leaf
*/
