package main

import (
	"errors"
	"fmt"
	"os"
)

var errZero = errors.New("zero")

func div(a, b int) (int, error) {
	if b == 0 {
		return 0, fmt.Errorf("div(%d, %d): %w", a, b, errZero)
	}
	return a / b, nil
}

func run() error {
	for _, b := range []int{5, 2, 0, 1} {
		q, err := div(10, b)
		if err != nil {
			return err
		}
		fmt.Println(q)
	}
	return nil
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		if errors.Is(err, errZero) {
			os.Exit(3)
		}
		os.Exit(1)
	}
}
