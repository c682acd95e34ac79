package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

var ErrNotFound = errors.New("not found")

type QueryError struct {
	Query string
	Err   error
}

func (e *QueryError) Error() string { return e.Query + ": " + e.Err.Error() }
func (e *QueryError) Unwrap() error { return e.Err }

type Temporary struct{ After int }

func (t Temporary) Error() string { return fmt.Sprintf("retry after %d", t.After) }
func (t Temporary) Is(target error) bool {
	_, ok := target.(Temporary)
	return ok
}

type multi []error

func (m multi) Error() string   { return fmt.Sprintf("%d errors", len(m)) }
func (m multi) Unwrap() []error { return m }

func find(id int) error {
	switch {
	case id < 0:
		return &QueryError{fmt.Sprint("id ", id), ErrNotFound}
	case id == 0:
		return fmt.Errorf("find: %w", Temporary{5})
	case id > 100:
		return fmt.Errorf("find %d: %w and %w", id, io.EOF, &QueryError{"q", Temporary{9}})
	}
	return nil
}

func main() {
	for _, id := range []int{-1, 0, 1, 101} {
		err := find(id)
		var qe *QueryError
		var t Temporary
		fmt.Println(id, err, errors.Is(err, ErrNotFound), errors.As(err, &qe), errors.Is(err, Temporary{}), errors.As(err, &t), t.After, errors.Is(err, io.EOF))
	}
	j := errors.Join(nil, ErrNotFound, nil, Temporary{1})
	fmt.Println(j, errors.Is(j, ErrNotFound), errors.Join(nil, nil) == nil)
	fmt.Printf("%q\n", j.Error())
	m := multi{io.EOF, &QueryError{"m", os.ErrExist}}
	wrapped := fmt.Errorf("ctx: %w", m)
	fmt.Println(errors.Is(wrapped, os.ErrExist), errors.Is(wrapped, os.ErrNotExist), errors.Unwrap(wrapped) != nil, errors.Unwrap(m) == nil)
	_, err := strconv.Atoi("12x")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err == strconv.ErrSyntax, err)
	_, err = strconv.ParseInt("999", 10, 8)
	fmt.Println(errors.Is(err, strconv.ErrRange), err)
	fmt.Println(errors.Unwrap(find(-1)) == ErrNotFound, errors.Unwrap(errors.Unwrap(find(-1))))
	fmt.Printf("%v|%+v|%s|%T|%T\n", find(0), find(0), find(0), find(-1), j)
	var target interface{ Unwrap() []error }
	fmt.Println(errors.As(wrapped, &target), len(target.Unwrap()))
	err = fmt.Errorf("no verb: %v", ErrNotFound)
	fmt.Println(errors.Is(err, ErrNotFound), errors.Unwrap(err))
}
