package main

import (
	"errors"
	"fmt"
)

type file struct {
	name   string
	failOn string
}

var trace []string

func open(name, failOn string) (*file, error) {
	if failOn == "open" {
		return nil, errors.New("cannot open " + name)
	}
	trace = append(trace, "open "+name)
	return &file{name, failOn}, nil
}

func (f *file) write(s string) error {
	if f.failOn == "write" {
		return fmt.Errorf("write %q to %s failed", s, f.name)
	}
	trace = append(trace, "write "+s)
	return nil
}

func (f *file) close() error {
	trace = append(trace, "close "+f.name)
	if f.failOn == "close" {
		return errors.New("close failed")
	}
	return nil
}

func save(name, failOn string) (err error) {
	f, err := open(name, failOn)
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	defer func() {
		if cerr := f.close(); cerr != nil && err == nil {
			err = cerr
		}
	}()
	for _, s := range []string{"a", "b"} {
		if err := f.write(s); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	for _, fail := range []string{"", "open", "write", "close"} {
		trace = nil
		fmt.Println(save("x", fail), trace)
	}
}
