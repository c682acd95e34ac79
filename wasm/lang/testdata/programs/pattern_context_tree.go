package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int

const (
	userKey key = iota
	traceKey
)

func trace(ctx context.Context) string {
	id, ok := ctx.Value(traceKey).(string)
	if !ok {
		return "none"
	}
	return id
}

func main() {
	root := context.WithValue(context.Background(), userKey, "gopher")
	child, cancelChild := context.WithCancel(context.WithValue(root, traceKey, "t-1"))
	grand, cancelGrand := context.WithTimeout(child, time.Hour)
	defer cancelGrand()
	fmt.Println(trace(root), trace(grand), grand.Value(userKey), grand.Value("userKey"))
	fmt.Println(root.Err(), child.Err(), grand.Err())
	cancelChild()
	<-grand.Done()
	fmt.Println(root.Err(), child.Err(), grand.Err())

	timed, cancel := context.WithTimeout(root, 20*time.Millisecond)
	defer cancel()
	select {
	case <-timed.Done():
		fmt.Println(timed.Err(), errors.Is(timed.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("too late")
	}
	_, has := timed.Deadline()
	_, hasRoot := root.Deadline()
	fmt.Println(has, hasRoot)

	caused, cancelCause := context.WithCancelCause(root)
	cancelCause(errors.New("boss said so"))
	cancelCause(errors.New("second does not count"))
	fmt.Println(caused.Err(), context.Cause(caused), context.Cause(timed))
	stop := context.AfterFunc(caused, func() { fmt.Println("after") })
	time.Sleep(time.Millisecond)
	fmt.Println(stop())
	free := context.WithoutCancel(child)
	fmt.Println(free.Err(), trace(free))
	fmt.Println(errors.Is(child.Err(), context.Canceled))
}
