package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

var (
	ErrEmpty = errors.New("empty")
	ErrFull  = fmt.Errorf("full: %w", ErrLimit)
	ErrLimit = errors.New("limit")
)

type opError struct {
	Op  string
	Err error
}

func (e opError) Error() string { return e.Op + ": " + e.Err.Error() }
func (e opError) Unwrap() error { return e.Err }

type timeout interface{ Timeout() bool }
type slow struct{ error }

func (slow) Timeout() bool { return true }

type ring struct {
	buf  []int
	size int
}

func (r *ring) push(v int) error {
	if len(r.buf) == r.size {
		return opError{"push", ErrFull}
	}
	r.buf = append(r.buf, v)
	return nil
}

func (r *ring) pop() (v int, err error) {
	defer func() {
		if err != nil {
			err = opError{"pop", err}
		}
	}()
	if len(r.buf) == 0 {
		return 0, ErrEmpty
	}
	v, r.buf = r.buf[0], r.buf[1:]
	return v, nil
}

func main() {
	r := &ring{size: 1}
	fmt.Println(r.push(1), r.push(2))
	fmt.Println(errors.Is(r.push(3), ErrLimit), errors.Is(r.push(3), ErrEmpty))
	r.pop()
	_, err := r.pop()
	fmt.Println(err, errors.Is(err, ErrEmpty), err == error(opError{"pop", ErrEmpty}))
	var oe opError
	fmt.Println(errors.As(err, &oe), oe.Op)
	var t timeout
	fmt.Println(errors.As(fmt.Errorf("w: %w", slow{io.EOF}), &t), t != nil && t.Timeout(), errors.As(io.EOF, &t))
	fmt.Println(errors.Is(slow{io.EOF}, io.EOF), slow{io.EOF})
	_, err = os.Open("/does/not/exist")
	var pe *os.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, errors.Is(err, os.ErrNotExist))
	_, err = strconv.Atoi("x1")
	switch e := err.(type) {
	case *strconv.NumError:
		fmt.Println(e.Func, e.Num, e.Err)
	}
	joined := errors.Join(ErrEmpty, opError{"a", io.EOF}, nil)
	fmt.Printf("%q %v\n", joined.Error(), errors.Is(joined, io.EOF))
	if u, ok := joined.(interface{ Unwrap() []error }); ok {
		fmt.Println(len(u.Unwrap()), u.Unwrap()[0] == ErrEmpty)
	}
	fmt.Println(errors.Unwrap(ErrFull) == nil, ErrFull)
	var nilErr *opError
	fmt.Println(nilErr == nil, errors.Is(nil, nil), errors.Is(nil, io.EOF))
}
