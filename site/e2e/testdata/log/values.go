package main

import (
	"errors"
	"fmt"
	"time"
)

type point struct{ x, y int }

type result struct {
	name string
	at   *point
	err  error
}

type code int

func (c code) String() string { return "never called" }

func main() {
	points := make(chan point, 1)
	points <- point{1, -2}
	<-points
	results := make(chan result, 1)
	results <- result{"a \"b\"", &point{3, 4}, errors.New("lost")}
	<-results
	anything := make(chan any, 9)
	for _, v := range []any{nil, 1.5, true, 'x', []string{"p", "q"}, map[string]int{"k": 1}, 1500 * time.Millisecond, code(3), fmt.Errorf("wrapped: %w", errors.New("in"))} {
		anything <- v
		<-anything
	}
	long := make(chan string, 1)
	long <- "a text that is longer than forty characters, by far"
	<-long
}
