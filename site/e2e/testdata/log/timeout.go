package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	never := make(chan int)
	select {
	case <-never:
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	}
}

/*
g1 main
g1 select never, ctx.Done() :13 > timer on ctx
*/
