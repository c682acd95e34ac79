package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(func() error {
		time.Sleep(time.Millisecond)
		return errors.New("broken")
	})
	g.Go(func() error {
		<-ctx.Done()
		return ctx.Err()
	})
	fmt.Println(g.Wait())
}

/*
g1 main
g1 wait g :22 > g3
g2 main.func1 by g1 :14
g2 sleep :15 > timer
g3 main.func2 by g1 :18
g3 receive ctx.Done() :19 > g2
*/
