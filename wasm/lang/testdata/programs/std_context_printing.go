package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type ctxKey string
type intKey int
type structKey struct{ a int }

func (intKey) String() string { return "the int key" }

const user ctxKey = "user"

type request struct {
	ctx context.Context
	id  int
}

func (r request) do() (string, error) {
	select {
	case <-r.ctx.Done():
		return "", fmt.Errorf("request %d: %w", r.id, context.Cause(r.ctx))
	case <-time.After(time.Duration(r.id) * 40 * time.Millisecond):
		u, _ := r.ctx.Value(user).(string)
		return fmt.Sprintf("%d for %q", r.id, u), nil
	}
}

var errBoss = errors.New("boss cancelled")

func main() {
	ctx := context.WithValue(context.Background(), user, "ann")
	ctx = context.WithValue(ctx, intKey(1), structKey{2})
	ctx = context.WithValue(ctx, structKey{3}, []int{4})
	fmt.Println(ctx.Value(user), ctx.Value(intKey(1)), ctx.Value(structKey{3}), ctx.Value(structKey{4}), ctx.Value("user"), ctx.Value(1))
	c, cancel := context.WithCancelCause(ctx)
	fmt.Println(request{c, 1}.do())
	time.AfterFunc(20*time.Millisecond, func() { cancel(errBoss) })
	_, err := request{c, 50}.do()
	fmt.Println(err, errors.Is(err, errBoss), errors.Is(c.Err(), context.Canceled))
	d, stop := context.WithDeadlineCause(ctx, time.Now().Add(10*time.Millisecond), errors.New("too slow"))
	defer stop()
	_, err = request{d, 50}.do()
	fmt.Println(err, d.Err())
	fmt.Println(context.Background(), context.TODO())
	v, ok := d.Value(structKey{3}).([]int)
	fmt.Println(v, ok)
	t, cancelT := context.WithTimeout(c, time.Hour)
	defer cancelT()
	fmt.Println(t.Err(), context.Cause(t))
	var de interface{ Timeout() bool }
	fmt.Println(errors.As(d.Err(), &de) && de.Timeout())
}
