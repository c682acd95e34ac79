package main

import (
	"errors"
	"fmt"
	"io"
)

type NotFound struct{ Key string }

func (e NotFound) Error() string { return "not found: " + e.Key }

type Wrapped struct {
	Op  string
	Err error
}

func (w *Wrapped) Error() string { return w.Op + ": " + w.Err.Error() }
func (w *Wrapped) Unwrap() error { return w.Err }

type Code int

func (c Code) Error() string        { return fmt.Sprintf("code %d", int(c)) }
func (c Code) Is(target error) bool { return target == ErrAny }

var ErrAny = errors.New("any")
var ErrSentinel = &Wrapped{"sentinel", io.EOF}

type Multi []error

func (m Multi) Error() string   { return fmt.Sprint(len(m), " errors") }
func (m Multi) Unwrap() []error { return m }

type Temporary interface{ Temporary() bool }
type temp struct{ error }

func (temp) Temporary() bool { return true }

func find(k string) error {
	if k == "" {
		return nil
	}
	return &Wrapped{"find", NotFound{k}}
}

func typedNil(b bool) error {
	var w *Wrapped
	if b {
		return w
	}
	return nil
}

func main() {
	err := fmt.Errorf("top: %w", find("k"))
	fmt.Println(err)
	var nf NotFound
	var w *Wrapped
	fmt.Println(errors.As(err, &nf), nf.Key, errors.As(err, &w), w.Op)
	fmt.Println(errors.Is(err, NotFound{"k"}), errors.Is(err, NotFound{"other"}))
	fmt.Println(find("") == nil, typedNil(true) == nil, typedNil(false) == nil)
	fmt.Println(errors.Is(ErrSentinel, io.EOF), errors.Is(fmt.Errorf("x: %w", ErrSentinel), ErrSentinel))
	fmt.Println(errors.Is(Code(3), ErrAny), errors.Is(Code(3), Code(3)), errors.Is(Code(3), Code(4)))
	j := errors.Join(NotFound{"a"}, Code(1), nil)
	fmt.Printf("%v|%T\n", j, j)
	var c Code
	fmt.Println(errors.As(j, &c), int(c))
	m := Multi{io.EOF, NotFound{"m"}}
	fmt.Println(errors.Is(m, io.EOF), errors.As(m, &nf), nf, m)
	var t Temporary
	fmt.Println(errors.As(fmt.Errorf("w: %w", temp{io.EOF}), &t), t.Temporary())
	fmt.Println(errors.Unwrap(find("z")) == NotFound{"z"}, errors.Unwrap(NotFound{}))
	switch e := err.(type) {
	case *Wrapped:
		fmt.Println("wrapped", e)
	case interface{ Unwrap() error }:
		fmt.Println("unwraps to", e.Unwrap())
	}
	switch e := error(Code(2)).(type) {
	case NotFound:
	case Code:
		fmt.Println("code", int(e))
	}
	if e, ok := errors.AsType[*Wrapped](err); ok {
		fmt.Println("AsType", e.Op)
	}
	var target interface{ Error() string }
	fmt.Println(errors.As(err, &target), target)
}
